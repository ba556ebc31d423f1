/** One rule in a dialog. It is taken over only when the server finds no mistake in it. */
import { Button, Fieldset, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Rule, RuleAction, RuleBook } from '../../../src/api/contract-rules.ts';
import { api } from '../api.ts';
import { ProblemBox } from '../parts/loaded.tsx';
import { useTexts } from '../texts.ts';
import { ActionFields } from './action-fields.tsx';
import { mono } from './mono.ts';

type Props = {
  rule: Rule;
  isNew: boolean;
  wholeWith: (rule: Rule) => RuleBook;
  /** Null: the rule goes. */
  take: (rule: Rule | null) => void;
};

export function RuleForm({ rule: given, isNew, wholeWith, take }: Props) {
  const { t } = useTexts();
  const [rule, setRule] = useState(given);
  const check = useMutation({ mutationFn: () => api.previewRules(wholeWith(rule)) });
  const set = (part: Partial<Rule>) => {
    setRule({ ...rule, ...part });
    check.reset();
  };
  const action = (place: number, changed: RuleAction | null) =>
    set({ do: rule.do.flatMap((one, index) => (index !== place ? [one] : changed ? [changed] : [])) });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        check.mutate(undefined, { onSuccess: () => take(rule) });
      }}
    >
      <Stack>
        <TextInput
          label={t('rule.name')}
          description={t('rule.nameHint')}
          value={rule.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
          required
          maxLength={80}
          data-autofocus
        />
        <TextInput
          label={t('rule.why')}
          value={rule.why}
          onChange={(event) => set({ why: event.currentTarget.value })}
          required
          maxLength={500}
        />
        <Textarea
          label={t('rule.when')}
          description={t('rule.whenHint')}
          value={rule.when}
          onChange={(event) => set({ when: event.currentTarget.value })}
          required
          autosize
          minRows={2}
          maxLength={2000}
          styles={mono}
          spellCheck={false}
        />
        {rule.do.map((one, place) => (
          <Fieldset key={place} legend={t('rule.action', { place: place + 1 })}>
            <ActionFields action={one} change={(changed) => action(place, changed)} />
            {rule.do.length > 1 && (
              <Button mt="sm" size="compact-sm" variant="default" onClick={() => action(place, null)}>
                {t('rule.removeAction')}
              </Button>
            )}
          </Fieldset>
        ))}
        <Button
          size="compact-sm"
          variant="default"
          style={{ alignSelf: 'flex-start' }}
          onClick={() => set({ do: [...rule.do, { add: 'tag', category: 'tag', name: '' }] })}
        >
          {t('rule.another')}
        </Button>
        {check.error && <ProblemBox error={check.error} />}
        <Group justify="space-between">
          <Button type="submit" loading={check.isPending}>
            {t('rule.done')}
          </Button>
          {!isNew && (
            <Button variant="default" onClick={() => take(null)}>
              <Text span inherit c="var(--mantine-color-error)">
                {t('rules.remove')}
              </Text>
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
