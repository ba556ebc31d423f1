/** What speaks for and against two records being one game: the records side by side, the evidence, and questions alike. */
import { Button, Group, Kbd, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ReviewRow } from '../../../src/api/contract.ts';
import type { ReviewDetail } from '../../../src/api/contract-judging.ts';
import { useKeys } from '../keys.ts';
import { Loaded, Waiting } from '../parts/loaded.tsx';
import { notify } from '../parts/notice.tsx';
import { reviewQuery } from '../queries.ts';
import { useTexts } from '../texts.ts';
import { AlikeDialog } from './alike-dialog.tsx';
import { Evidence } from './evidence.tsx';
import { RecordsTable } from './records-table.tsx';

type Props = { review: ReviewRow; judgeAlike: (reviews: string[], judgement: 'same' | 'different') => void };

export function MatchQuestion({ review, judgeAlike }: Props) {
  const query = useQuery(reviewQuery(review.reviewId));
  return (
    <>
      <Loaded query={query} waiting={<Waiting rows={6} height={44} />}>
        {(detail) => (
          <Stack>
            <Actions detail={detail} judgeAlike={judgeAlike} />
            <RecordsTable detail={detail} />
          </Stack>
        )}
      </Loaded>
      {review.candidates.map((candidate) => (
        <Candidate key={candidate.gameId} candidate={candidate} />
      ))}
    </>
  );
}

function Candidate({ candidate }: { candidate: ReviewRow['candidates'][number] }) {
  const { t } = useTexts();
  return (
    <section>
      <Title order={3} size="h4" mb={4}>
        {t('evidence.title', { title: candidate.title })}
      </Title>
      <Evidence candidate={candidate} />
    </section>
  );
}

function Actions({ detail, judgeAlike }: { detail: ReviewDetail } & Pick<Props, 'judgeAlike'>) {
  const { t } = useTexts();
  const [opened, dialog] = useDisclosure(false);
  const { review, sides, alike } = detail;
  const openPages = useOpenPages(sides.flatMap(({ records }) => records.slice(0, 1).map(({ url }) => url)));
  useKeys({ o: openPages, ...(alike.length > 0 && { a: dialog.open }) });
  return (
    <Group gap="xs">
      <Button size="compact-sm" variant="default" onClick={openPages} rightSection={<Kbd size="xs">o</Kbd>}>
        {t('judging.openPages')}
      </Button>
      {alike.length > 0 && (
        <>
          <Button size="compact-sm" variant="default" onClick={dialog.open} rightSection={<Kbd size="xs">a</Kbd>}>
            {t('alike.button', { count: alike.length })}
          </Button>
          <AlikeDialog
            review={review}
            alike={alike}
            opened={opened}
            close={dialog.close}
            judge={(all, judgement) => {
              dialog.close();
              judgeAlike(all, judgement);
            }}
          />
        </>
      )}
      {review.candidates.length === 0 && <Text size="sm">{t('judging.noCandidates')}</Text>}
    </Group>
  );
}

/** A browser may allow one new page a key press: the next press opens what it held back. */
function useOpenPages(urls: readonly string[]): () => void {
  const { t } = useTexts();
  const waiting = useRef<readonly string[]>([]);
  return () => {
    const wanted = waiting.current.length > 0 ? waiting.current : urls.filter((url) => /^https?:\/\//i.test(url));
    const held = wanted.filter((url) => {
      const opened = window.open(url, '_blank');
      if (opened) opened.opener = null;
      return opened === null;
    });
    // None was opened: another try would do no better by itself, and begins anew.
    waiting.current = held.length === wanted.length ? [] : held;
    if (held.length > 0) notify(t('judging.pagesHeld', { count: held.length }), held.length === wanted.length);
  };
}
