/** Sends judgements without waiting for the answer; a question whose judgement was refused comes back. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Judgement } from '../../../src/api/contract.ts';
import { api } from '../api.ts';
import { useSentence } from '../parts/loaded.tsx';
import { notify } from '../parts/notice.tsx';
import { reviewsQuery } from '../queries.ts';
import { useTexts } from '../texts.ts';

export function useJudging() {
  const { t } = useTexts();
  const client = useQueryClient();
  const sentence = useSentence();
  const [judged, setJudged] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState(0);
  const mutation = useMutation({
    mutationFn: ({ reviewId, judgement }: { reviewId: string; judgement: Judgement }) => api.judge(reviewId, judgement),
    onError: (error, { reviewId }) => {
      notify(t('reviews.refused', { why: sentence(error) }), true);
      setDone((count) => count - 1);
      setJudged((before) => new Set([...before].filter((id) => id !== reviewId)));
    },
    onSettled: () => client.invalidateQueries({ queryKey: reviewsQuery.queryKey }),
  });
  return {
    /** Judged here, so not to be shown, although the server's list may still hold them. */
    judged,
    done,
    judge(reviewId: string, judgement: Judgement) {
      setJudged((before) => new Set(before).add(reviewId));
      setDone((count) => count + 1);
      mutation.mutate({ reviewId, judgement });
    },
  };
}
