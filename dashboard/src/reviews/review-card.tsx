/** One question: what was found, why the machine does not know, and the answers with their keys. */
import { Button, Group, Kbd, Paper, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Judgement, ReviewRow } from '../../../src/api/contract.ts';
import { type KeyMap, useKeys } from '../keys.ts';
import { Ago } from '../parts/ago.tsx';
import { Go, Out } from '../parts/link.tsx';
import { SourceBadge } from '../sources/source-name.tsx';
import { useTexts } from '../texts.ts';
import { CandidateCard } from './candidate-card.tsx';

type Props = { review: ReviewRow; takeFocus: boolean; judge: (judgement: Judgement) => void };

export function ReviewCard({ review, takeFocus, judge }: Props) {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  // The pressed button is gone with its question: the focus goes to the new one instead of nowhere.
  useEffect(() => {
    if (takeFocus) heading.current?.focus({ preventScroll: true });
  }, [takeFocus]);

  const answer = (judgement: 'same' | 'different', gameId?: string) =>
    judge({
      judgement,
      ...(gameId === undefined ? {} : { gameId }),
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    });
  const same = review.kind === 'gate' ? gateAnswers(review) : review.candidates.map(({ gameId }) => gameId);
  const keys: Record<string, () => void> = { d: () => answer('different') };
  same.slice(0, 9).forEach((gameId, index) => {
    keys[String(index + 1)] = () => answer('same', gameId);
  });
  useKeys(keys satisfies KeyMap);

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
            </Text>
          </Group>
        </div>
        <Text fw={600}>{t(review.kind === 'gate' ? 'reviews.gateQuestion' : 'reviews.matchQuestion')}</Text>
        {review.reasons.length > 0 && (
          <ul style={{ margin: 0, paddingInlineStart: '1.2rem' }}>
            {review.reasons.map((why) => (
              <li key={why}>{why}</li>
            ))}
          </ul>
        )}
        {review.kind === 'gate' && review.gameId !== null && (
          <Go to="/games/$gameId" params={{ gameId: review.gameId }}>
            {t('reviews.game')}
          </Go>
        )}
        {review.kind === 'match' && (
          <SimpleGrid cols={{ base: 1, lg: review.candidates.length > 1 ? 2 : 1 }}>
            {review.candidates.map((candidate, index) => (
              <CandidateCard
                key={candidate.gameId}
                candidate={candidate}
                shortcut={index < 9 ? String(index + 1) : null}
                choose={() => answer('same', candidate.gameId)}
              />
            ))}
          </SimpleGrid>
        )}
        <Group align="flex-end" justify="space-between">
          <Group gap="sm">
            {review.kind === 'gate' && review.gameId !== null && (
              <Button onClick={keys['1']} rightSection={<Kbd size="xs">1</Kbd>}>
                {t('reviews.publish')}
              </Button>
            )}
            <Button variant="default" onClick={keys.d} rightSection={<Kbd size="xs">d</Kbd>}>
              {t(review.kind === 'gate' ? 'reviews.leave' : 'reviews.different')}
            </Button>
          </Group>
          <TextInput
            label={t('reviews.reason')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') event.currentTarget.blur();
            }}
            maxLength={2000}
            style={{ flex: '1 1 16rem', maxWidth: 480 }}
          />
        </Group>
      </Stack>
    </Paper>
  );
}

/** To let a held change through is to say that it is the same game as before. */
function gateAnswers({ gameId }: ReviewRow): string[] {
  return gameId === null ? [] : [gameId];
}
