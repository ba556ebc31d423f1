/** Open questions, one at a time: one key decides, and the next stands there at once. */
import { Button, Group, Kbd, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { ReviewRow } from '../../../src/api/contract.ts';
import { useKeys } from '../keys.ts';
import { Loaded, Waiting } from '../parts/loaded.tsx';
import { Nothing, Page } from '../parts/page.tsx';
import { gameQuery, reviewsQuery } from '../queries.ts';
import { useTexts } from '../texts.ts';
import { ReviewCard } from './review-card.tsx';
import { useJudging } from './use-judging.ts';

const route = getRouteApi('/reviews');

export function ReviewsPage() {
  const { t } = useTexts();
  const query = useQuery(reviewsQuery);
  return (
    <Page title={t('nav.reviews')}>
      <Loaded query={query} waiting={<Waiting rows={3} height={140} />}>
        {({ reviews, open }) => <Questions reviews={reviews} total={open} />}
      </Loaded>
    </Page>
  );
}

function Questions({ reviews, total }: { reviews: ReviewRow[]; total: number }) {
  const { t } = useTexts();
  const wanted = route.useSearch().review;
  const navigate = route.useNavigate();
  const judging = useJudging();
  const open = reviews.filter(({ reviewId, status }) => status === 'open' && !judging.judged.has(reviewId));
  const place = Math.max(
    0,
    open.findIndex(({ reviewId }) => reviewId === wanted),
  );
  const current = open[place];
  const show = (review: ReviewRow | undefined) =>
    void navigate({ search: { review: review?.reviewId }, replace: true, resetScroll: false });
  const next = () => show(open[place + 1] ?? open[0]);
  const previous = () => show(open[place - 1] ?? open.at(-1));
  useKeys({ n: next, p: previous });
  usePrefetched(open.slice(place + 1, place + 3));

  if (!current) return <Nothing title={t('reviews.none')}>{t('reviews.noneText')}</Nothing>;
  const left = Math.max(open.length, total - judging.judged.size);
  return (
    <>
      <Group justify="space-between" mb="md">
        <Text size="sm" c="dimmed" role="status">
          {t('reviews.place', { place: place + 1, count: left })}
          {judging.done > 0 && ` · ${t('reviews.done', { count: judging.done })}`}
        </Text>
        <Group gap="xs">
          <Button size="compact-sm" variant="default" onClick={previous} rightSection={<Kbd size="xs">p</Kbd>}>
            {t('reviews.previous')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={next} rightSection={<Kbd size="xs">n</Kbd>}>
            {t('reviews.next')}
          </Button>
        </Group>
      </Group>
      <ReviewCard
        key={current.reviewId}
        review={current}
        takeFocus={judging.done > 0}
        judge={(judgement) => {
          judging.judge(current.reviewId, judgement);
          show(open[place + 1] ?? open[place - 1]);
        }}
      />
    </>
  );
}

/** The games of the next questions are there before they are asked for. */
function usePrefetched(coming: ReviewRow[]): void {
  const client = useQueryClient();
  const ids = coming.flatMap(({ candidates }) => candidates.map(({ gameId }) => gameId)).join(' ');
  useEffect(() => {
    for (const id of ids.split(' ')) if (id) void client.prefetchQuery(gameQuery(id));
  }, [ids, client]);
}
