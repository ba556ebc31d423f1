/**
 * Answers questions without waiting for the server, and takes answers back, newest first and without limit. What was
 * refused comes back as a question.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Judgement, ReviewRow } from '../../../src/api/contract.ts';
import { api } from '../api.ts';
import { useSentence } from '../parts/loaded.tsx';
import { notify } from '../parts/notice.tsx';
import { reviewsQuery } from '../queries.ts';
import { type TextKey, useTexts } from '../texts.ts';
import { medianOf, subjectOf } from './queue.ts';

type Decision = {
  reviews: readonly ReviewRow[];
  judgement: Judgement['judgement'];
  /** What undoes it, once the server has answered; null when nothing does, undefined when it was refused. */
  arrangement: Promise<string | null | undefined>;
};

const said = {
  same: 'judging.saidSame',
  different: 'judging.saidDifferent',
  unsure: 'judging.saidUnsure',
} as const satisfies Record<string, TextKey>;

export function useJudging(show: (subject: string) => void) {
  const { t, format } = useTexts();
  const client = useQueryClient();
  const sentence = useSentence();
  const stack = useRef<Decision[]>([]);
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set());
  const [again, setAgain] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState(0);
  const [seconds, setSeconds] = useState<readonly number[]>([]);
  const [message, setMessage] = useState('');

  const refresh = () => client.invalidateQueries({ queryKey: reviewsQuery.queryKey });
  const hide = (reviews: readonly ReviewRow[]) =>
    setAnswered((before) => new Set([...before, ...reviews.map(({ reviewId }) => reviewId)]));
  const bring = (reviews: readonly ReviewRow[]) => {
    const back = new Set(reviews.map(({ reviewId }) => reviewId));
    setAnswered((before) => new Set([...before].filter((id) => !back.has(id))));
  };

  function answer(
    reviews: readonly ReviewRow[],
    judgement: Judgement['judgement'],
    send: Promise<string | null>,
    took: number | null,
  ): void {
    hide(reviews);
    setDone((count) => count + reviews.length);
    if (took !== null) setSeconds((before) => [...before, took]);
    const [first] = reviews;
    const what = reviews.length === 1 ? `«${first?.title ?? ''}»` : t('judging.questions', { count: reviews.length });
    setMessage(t(said[judgement], { what }));
    const decision: Decision = {
      reviews,
      judgement,
      arrangement: send.catch((error: unknown) => {
        stack.current = stack.current.filter((each) => each !== decision);
        setDone((count) => count - reviews.length);
        bring(reviews);
        const why = sentence(error instanceof Error ? error : new Error(String(error)));
        setMessage('');
        notify(t('reviews.refused', { why }), true);
        return undefined;
      }),
    };
    stack.current.push(decision);
    void decision.arrangement.then(refresh);
  }

  async function undo(): Promise<void> {
    const decision = stack.current.pop();
    if (!decision) return setMessage(t('judging.nothingToUndo'));
    const { reviews, judgement } = decision;
    const [first] = reviews;
    if (!first) return;
    setMessage(t('judging.undoing'));
    const arrangement = await decision.arrangement;
    if (arrangement === undefined) return;
    if (judgement === 'unsure') {
      bring(reviews);
      setAgain((before) => new Set([...before, ...reviews.map(({ reviewId }) => reviewId)]));
    } else if (arrangement === null) return setMessage(t('judging.notUndone', { what: `«${first.title}»` }));
    else {
      try {
        await api.undoArrangement(arrangement, { reason: t('judging.undoReason') });
      } catch (error) {
        setMessage('');
        return notify(t('judging.undoRefused', { why: sentence(error as Error) }), true);
      }
      await refresh();
    }
    setDone((count) => count - reviews.length);
    const what = reviews.length === 1 ? `«${first.title}»` : t('judging.questions', { count: reviews.length });
    setMessage(t('judging.undone', { what }));
    show(subjectOf(first));
  }

  const last = seconds.at(-1);
  const median = medianOf(seconds);
  return {
    /** Answered here, so not to be shown, although the server's list may still hold them. */
    answered,
    again,
    lookAgain: (reviews: readonly ReviewRow[]) => setAgain(new Set(reviews.map(({ reviewId }) => reviewId))),
    done,
    message,
    say: setMessage,
    pace:
      last === undefined || median === null
        ? ''
        : t('judging.pace', { last: format.number(last), median: format.number(median) }),
    judge(review: ReviewRow, judgement: Judgement, took: number) {
      const send = api.judge(review.reviewId, judgement).then(({ arrangementId }) => arrangementId);
      answer([review], judgement.judgement, send, took);
    },
    judgeAlike(reviews: readonly ReviewRow[], judgement: 'same' | 'different', reason: string) {
      const ids = reviews.map(({ reviewId }) => reviewId);
      const word = { reviews: ids, judgement, ...(reason === '' ? {} : { reason }) };
      answer(
        reviews,
        judgement,
        api.judgeAlike(word).then(({ arrangementId }) => arrangementId),
        null,
      );
    },
    undo: () => void undo(),
  };
}

export type Judging = ReturnType<typeof useJudging>;
