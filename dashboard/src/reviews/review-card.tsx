/** One question: what was found, why the machine does not know, and the answers with their keys. */
import { Button, Group, Kbd, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Judgement, ReviewRow } from '../../../src/api/contract.ts';
import { useKeys } from '../keys.ts';
import { Ago } from '../parts/ago.tsx';
import { Go, Out } from '../parts/link.tsx';
import { SourceBadge } from '../sources/source-name.tsx';
import { useTexts } from '../texts.ts';
import { MatchQuestion } from './match-question.tsx';

type Props = {
  review: ReviewRow;
  takeFocus: boolean;
  judge: (judgement: Judgement) => void;
  judgeAlike: (reviews: string[], judgement: 'same' | 'different', reason: string) => void;
};

export function ReviewCard({ review, takeFocus, judge, judgeAlike }: Props) {
  const { t, name } = useTexts();
  const [reason, setReason] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const reasonField = useRef<HTMLInputElement>(null);
  // The pressed button is gone with its question: the focus goes to the new one instead of nowhere.
  useEffect(() => {
    if (takeFocus) heading.current?.focus({ preventScroll: true });
  }, [takeFocus]);

  const answer = (judgement: Judgement['judgement'], gameId?: string) =>
    judge({
      judgement,
      ...(gameId === undefined ? {} : { gameId }),
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    });
  const isGate = review.kind === 'gate';
  // To let a held change through is to say that it is the same game as before.
  const same = isGate ? [review.gameId ?? []].flat() : review.candidates.map(({ gameId }) => gameId);
  const numbered = same.slice(0, 9).map((gameId, index) => [String(index + 1), () => answer('same', gameId)] as const);
  const [first] = numbered;
  useKeys({
    ...Object.fromEntries(numbered),
    ...(first && { s: first[1] }),
    d: () => answer('different'),
    u: () => answer('unsure'),
    r: () => reasonField.current?.focus(),
  });

  return (
    <Paper component="article" withBorder p={{ base: 'sm', sm: 'md' }} aria-label={review.title}>
      <Stack>
        <div>
          <Title order={2} tabIndex={-1} ref={heading}>
            {review.title}
          </Title>
          <Group gap="xs">
            <SourceBadge source={review.source} />
            <Out url={review.url} />
            <Text size="sm" c="dimmed">
              {t('reviews.asked')} <Ago at={review.openedAt} />
              {review.unsure && ` · ${t('judging.wasUnsure')}`}
            </Text>
          </Group>
        </div>
        <div>
          <Text fw={600}>{t(isGate ? 'reviews.gateQuestion' : 'reviews.matchQuestion')}</Text>
          {review.reasons.map((why) => (
            <Text key={why} size="sm">
              {name('reason', why)}
            </Text>
          ))}
        </div>
        {isGate ? (
          review.gameId !== null && (
            <Go to="/games/$gameId" params={{ gameId: review.gameId }}>
              {t('reviews.game')}
            </Go>
          )
        ) : (
          <MatchQuestion review={review} judgeAlike={(all, judgement) => judgeAlike(all, judgement, reason.trim())} />
        )}
        <TextInput
          ref={reasonField}
          label={t('reviews.reason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') heading.current?.focus();
          }}
          maxLength={2000}
          maw={480}
          rightSection={<Kbd size="xs">r</Kbd>}
        />
        <div className="answers">
          <Group gap="xs">
            {numbered.map(([key, act], index) => (
              <Button
                key={key}
                onClick={act}
                rightSection={<Kbd size="xs">{numbered.length === 1 && !isGate ? 's' : key}</Kbd>}
              >
                {isGate
                  ? t('reviews.publish')
                  : numbered.length === 1
                    ? t('reviews.same')
                    : t('judging.sameAs', { number: index + 1 })}
              </Button>
            ))}
            <Button variant="default" onClick={() => answer('different')} rightSection={<Kbd size="xs">d</Kbd>}>
              {t(isGate ? 'reviews.leave' : 'reviews.different')}
            </Button>
            <Button variant="default" onClick={() => answer('unsure')} rightSection={<Kbd size="xs">u</Kbd>}>
              {t('judging.unsure')}
            </Button>
          </Group>
        </div>
      </Stack>
    </Paper>
  );
}
