/** The rules as they are being edited: nothing acts until all of it is put in force together. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RuleBook, Rules } from '../../../src/api/contract-rules.ts';
import { api } from '../api.ts';
import { notify } from '../parts/notice.tsx';
import { rulesQuery } from '../queries.ts';
import { useTexts } from '../texts.ts';

export type Draft = ReturnType<typeof useDraft>;

export function useDraft(standing: Rules) {
  const { t } = useTexts();
  const client = useQueryClient();
  const [edited, setEdited] = useState<{ book: RuleBook; version: number } | null>(null);
  const preview = useMutation({ mutationFn: (book: RuleBook) => api.previewRules(book) });
  const save = useMutation({
    mutationFn: (reason: string) =>
      api.setRules({ book: edited?.book ?? standing.book, reason, version: edited?.version ?? standing.version }),
    onSuccess: (rules) => {
      client.setQueryData(rulesQuery.queryKey, rules);
      drop();
      notify(t('rules.saved'));
    },
  });
  const drop = () => {
    setEdited(null);
    preview.reset();
    save.reset();
  };
  return {
    book: edited?.book ?? standing.book,
    changed: edited !== null && JSON.stringify(edited.book) !== JSON.stringify(standing.book),
    change(part: Partial<RuleBook>) {
      const from = edited ?? { book: standing.book, version: standing.version };
      setEdited({ ...from, book: { ...from.book, ...part } });
      preview.reset();
      save.reset();
    },
    drop,
    preview,
    save,
  };
}
