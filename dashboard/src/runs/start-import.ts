/** Orders an import and says that it began, or why it did not. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api.ts';
import { useSentence } from '../parts/loaded.tsx';
import { notify } from '../parts/notice.tsx';
import { overviewQuery } from '../queries.ts';
import { useTexts } from '../texts.ts';

export function useStartImport() {
  const { t } = useTexts();
  const client = useQueryClient();
  const sentence = useSentence();
  return useMutation({
    mutationFn: api.startImport,
    onSuccess: () => {
      notify(t('import.started'));
      return client.invalidateQueries({ queryKey: overviewQuery.queryKey });
    },
    onError: (error) => notify(sentence(error), true),
  });
}
