/** One answer for all questions alike: which they are, what the answer would do, and only then one word on all of them. */
import { Button, Checkbox, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReviewRow } from '../../../src/api/contract.ts';
import type { AlikeReview } from '../../../src/api/contract-judging.ts';
import { api } from '../api.ts';
import { Loaded } from '../parts/loaded.tsx';
import { useTexts } from '../texts.ts';

type Props = {
  review: ReviewRow;
  alike: readonly AlikeReview[];
  opened: boolean;
  close: () => void;
  judge: (reviews: string[], judgement: 'same' | 'different') => void;
};

export function AlikeDialog({ opened, close, ...rest }: Props) {
  const { t } = useTexts();
  return (
    <Modal
      opened={opened}
      onClose={close}
      size="xl"
      title={t('alike.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <AlikeForm {...rest} />
    </Modal>
  );
}

function AlikeForm({ review, alike, judge }: Omit<Props, 'opened' | 'close'>) {
  const { t, format } = useTexts();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [judgement, setJudgement] = useState<'same' | 'different'>('same');
  const [candidate] = review.candidates;
  const own: AlikeReview = {
    reviewId: review.reviewId,
    title: review.title,
    source: review.source,
    otherTitle: candidate?.title ?? '',
    otherSource: candidate?.recordId?.split('|')[0] ?? '',
    probability: candidate?.probability ?? 0,
  };
  const all = [own, ...alike];
  const chosen = all.map(({ reviewId }) => reviewId).filter((id) => !left.has(id));
  return (
    <Stack>
      <Text size="sm">{t('alike.hint')}</Text>
      <Stack gap={6} mah="45vh" style={{ overflowY: 'auto' }} component="ul" pl={0} m={0}>
        {all.map((row) => (
          <li key={row.reviewId} style={{ listStyle: 'none' }}>
            <Checkbox
              checked={!left.has(row.reviewId)}
              disabled={row === own}
              onChange={(event) => {
                const wanted = event.currentTarget.checked;
                setLeft((before) => {
                  const after = new Set(before);
                  if (wanted) after.delete(row.reviewId);
                  else after.add(row.reviewId);
                  return after;
                });
              }}
              label={t('alike.row', { ...row, probability: format.likely(row.probability) })}
            />
          </li>
        ))}
      </Stack>
      <Group>
        <SegmentedControl<'same' | 'different'>
          aria-label={t('alike.answer')}
          value={judgement}
          onChange={setJudgement}
          data={[
            { value: 'same', label: t('reviews.same') },
            { value: 'different', label: t('reviews.different') },
          ]}
        />
      </Group>
      <Effect reviews={chosen} judgement={judgement} />
      <Button data-autofocus onClick={() => judge(chosen, judgement)}>
        {t(judgement === 'same' ? 'alike.judgeSame' : 'alike.judgeDifferent', { count: chosen.length })}
      </Button>
    </Stack>
  );
}

/** What the answer would do, as the server tries it out and takes it back. */
function Effect({ reviews, judgement }: { reviews: string[]; judgement: 'same' | 'different' }) {
  const { t } = useTexts();
  const query = useQuery({
    queryKey: ['alike', judgement, ...reviews],
    queryFn: () => api.judgeAlike({ reviews, judgement, preview: true }),
    staleTime: 0,
  });
  return (
    <Loaded
      query={query}
      waiting={
        <Text size="sm" c="dimmed" role="status">
          {t('alike.trying')}
        </Text>
      }
    >
      {({ before, after, closed, opened }) => (
        <Text size="sm" role="status">
          {t('alike.effect', { before: before.length, after: after.length, closed, opened })}
        </Text>
      )}
    </Loaded>
  );
}
