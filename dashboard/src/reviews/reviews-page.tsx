/** Open questions, one at a time: one key decides, the next stands there at once, and every answer can be taken back. */
import { Button, Group, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { ReviewRow } from '../../../src/api/contract.ts';
import { useKeys } from '../keys.ts';
import { Go } from '../parts/link.tsx';
import { Loaded, Waiting } from '../parts/loaded.tsx';
import { Nothing, Page } from '../parts/page.tsx';
import { gameQuery, reviewQuery, reviewsQuery } from '../queries.ts';
import { useTexts } from '../texts.ts';
import { afterAnswer, nextOf, placeOf, previousOf, subjectOf, waitingOf } from './queue.ts';
import { ReviewBar } from './review-bar.tsx';
import { ReviewCard } from './review-card.tsx';
import { useJudging } from './use-judging.ts';
import { WaitingList } from './waiting-list.tsx';

const route = getRouteApi('/reviews');
/** Answers are given faster than a page of the web arrives. */
const prefetched = 5;

export function ReviewsPage() {
  const { t } = useTexts();
  const query = useQuery(reviewsQuery);
  return (
    <Page title={t('nav.reviews')} actions={<Go to="/matching">{t('quality.title')}</Go>}>
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
  const [subject, setSubject] = useState<string | null>(null);
  const [moved, setMoved] = useState(false);
  const judging = useJudging((reopened) => {
    setSubject(reopened);
    setMoved(true);
  });
  const { asked, unsure } = waitingOf(reviews, judging.answered, judging.again);
  const named = unsure.find(({ reviewId }) => reviewId === wanted);
  const queue = named ? [...asked, named] : asked;
  const reopened = subject === null ? undefined : queue.find((review) => subjectOf(review) === subject);
  const current = reopened ?? queue[Math.max(0, placeOf(queue, wanted ?? ''))];
  const skipped = useRef(new Set<string>());
  const shownAt = useShownAt(current?.reviewId);

  const show = (review: ReviewRow | undefined) => {
    setSubject(null);
    setMoved(true);
    void navigate({ search: { review: review?.reviewId }, replace: true, resetScroll: false });
  };
  const step = (to: typeof nextOf) => () => current && show(to(queue, current.reviewId));
  const next = () => {
    if (current) skipped.current.add(current.reviewId);
    step(nextOf)();
  };
  const previous = step(previousOf);
  useKeys({ n: next, space: next, p: previous, z: judging.undo });
  const place = current ? placeOf(queue, current.reviewId) : 0;
  const isNext = ({ reviewId }: ReviewRow) => reviewId !== current?.reviewId && !skipped.current.has(reviewId);
  usePrefetched([...new Set([...queue.filter(isNext).slice(0, prefetched), ...queue.slice(place + 1, place + 2)])]);

  const left = Math.max(queue.length, total - judging.answered.size - unsure.length);
  return (
    <>
      <ReviewBar
        judging={judging}
        place={current ? t('reviews.place', { place: place + 1, count: left }) : ''}
        next={queue.length > 1 ? next : undefined}
        previous={queue.length > 1 ? previous : undefined}
      />
      {current ? (
        <ReviewCard
          key={current.reviewId}
          review={current}
          takeFocus={moved}
          judge={(judgement) => {
            const seconds = (performance.now() - shownAt()) / 1000;
            const after = afterAnswer(queue, new Set([...judging.answered, current.reviewId]), skipped.current);
            judging.judge(current, judgement, Math.round(seconds * 10) / 10);
            show(after);
          }}
          judgeAlike={(alike, judgement, reason) => {
            const known = reviews.filter(({ reviewId }) => alike.includes(reviewId));
            const others = alike.filter((id) => !known.some(({ reviewId }) => reviewId === id));
            const all = [...known, ...others.map((reviewId): ReviewRow => ({ ...current, reviewId }))];
            const after = afterAnswer(queue, new Set([...judging.answered, ...alike]), skipped.current);
            judging.judgeAlike(all, judgement, reason);
            show(after);
          }}
        />
      ) : (
        <NoneLeft focus={moved} unsure={unsure.length} lookAgain={() => judging.lookAgain(unsure)} />
      )}
      {reviews.length > 0 && <WaitingList asked={asked} unsure={unsure} current={current?.reviewId} show={show} />}
    </>
  );
}

function NoneLeft({ focus, unsure, lookAgain }: { focus: boolean; unsure: number; lookAgain: () => void }) {
  const { t } = useTexts();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus) place.current?.focus({ preventScroll: true });
  }, [focus]);
  return (
    <div ref={place} tabIndex={-1} style={{ outline: 'none' }}>
      <Nothing title={t('reviews.none')}>{t('reviews.noneText')}</Nothing>
      {unsure > 0 && (
        <Group justify="center">
          <Text>{t('judging.unsureLeft', { count: unsure })}</Text>
          <Button variant="default" size="compact-sm" onClick={lookAgain}>
            {t('judging.lookAgain')}
          </Button>
        </Group>
      )}
    </div>
  );
}

/** When the question that stands there came, for the time an answer took. */
function useShownAt(reviewId: string | undefined): () => number {
  const at = useRef({ reviewId, since: performance.now() });
  useEffect(() => {
    at.current = { reviewId, since: performance.now() };
  }, [reviewId]);
  return () => at.current.since;
}

/** All of the next questions is there before it is asked for. */
function usePrefetched(coming: ReviewRow[]): void {
  const client = useQueryClient();
  const ids = coming.map(({ kind, reviewId, gameId }) => (kind === 'match' ? reviewId : `game ${gameId}`)).join('\n');
  useEffect(() => {
    for (const id of ids.split('\n')) {
      if (id.startsWith('game ')) void client.prefetchQuery(gameQuery(id.slice('game '.length)));
      else if (id) void client.prefetchQuery(reviewQuery(id));
    }
  }, [ids, client]);
}
