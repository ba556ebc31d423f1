/** A change to a source: its answer is the source's new row; the rest is asked for again. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SourceRow } from '../../../src/api/contract-sources.ts';
import { useSentence } from '../parts/loaded.tsx';
import { notify } from '../parts/notice.tsx';
import { sourceQuery, sourcesQuery } from '../queries.ts';

export function useSourceChange(change: (reason: string) => Promise<SourceRow>, name: string, said: string) {
  const client = useQueryClient();
  const sentence = useSentence();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      notify(said);
      await client.invalidateQueries({ queryKey: sourcesQuery.queryKey });
      await client.invalidateQueries({ queryKey: sourceQuery(name).queryKey });
    },
    onError: (error) => notify(sentence(error), true),
  });
}
