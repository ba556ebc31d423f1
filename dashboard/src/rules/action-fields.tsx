/** What a rule adds, as fields: its kind, its category, and texts that stand as written or are computed. */
import { Checkbox, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import type { RuleAction } from '../../../src/api/contract-rules.ts';
import { useTexts } from '../texts.ts';
import { mono } from './mono.ts';

type Text = string | { cel: string };
type Change = (action: RuleAction) => void;

export const tagCategories = 'tag genre platform control os state country competition version license'.split(' ');
const urlCategories =
  'game_page download_direct download_landing play_in_interpreter play_online poster screenshot forum review video source_code bug_tracker translate donate help contact other'.split(
    ' ',
  );

export function ActionFields({ action, change }: { action: RuleAction; change: Change }) {
  const { t, name } = useTexts();
  const { each, ...rest } = action;
  const kinds = [
    { value: 'tag', label: name('field', 'tags') },
    { value: 'url', label: name('field', 'urls') },
    { value: 'language', label: name('field', 'languages') },
  ];
  return (
    <Stack gap="xs">
      <Group align="flex-end" gap="sm">
        <NativeSelect
          label={t('rule.kind')}
          value={action.add}
          data={kinds}
          onChange={(event) => change(emptyOf(event.currentTarget.value))}
        />
        {action.add !== 'language' && (
          <NativeSelect
            label={t('rule.category')}
            value={action.category}
            data={(action.add === 'tag' ? tagCategories : urlCategories).map((value) => ({
              value,
              label: name(action.add, value),
            }))}
            onChange={(event) => change({ ...action, category: event.currentTarget.value } as RuleAction)}
          />
        )}
      </Group>
      {fieldsOf(action).map(({ field, label, needed }) => (
        <TextField
          key={field}
          label={t(label)}
          value={(action as Record<string, unknown>)[field] as Text | undefined}
          needed={needed}
          change={(value) => {
            const { [field]: _, ...others } = action as Record<string, unknown>;
            change((value === undefined ? others : { ...others, [field]: value }) as RuleAction);
          }}
        />
      ))}
      <TextInput
        label={t('rule.each')}
        value={each ?? ''}
        styles={mono}
        spellCheck={false}
        onChange={(event) => {
          const { value } = event.currentTarget;
          change((value === '' ? rest : { ...rest, each: value }) as RuleAction);
        }}
      />
    </Stack>
  );
}

type Label = 'rule.slug' | 'rule.tagName' | 'rule.url' | 'rule.description' | 'rule.language';
type Field = { field: string; label: Label; needed: boolean };
function fieldsOf({ add }: RuleAction): Field[] {
  switch (add) {
    case 'tag':
      return [
        { field: 'slug', label: 'rule.slug', needed: false },
        { field: 'name', label: 'rule.tagName', needed: false },
      ];
    case 'url':
      return [
        { field: 'url', label: 'rule.url', needed: true },
        { field: 'description', label: 'rule.description', needed: false },
      ];
    case 'language':
      return [{ field: 'language', label: 'rule.language', needed: true }];
  }
}

function emptyOf(add: string): RuleAction {
  if (add === 'url') return { add, category: 'other', url: '' };
  if (add === 'language') return { add, language: '' };
  return { add: 'tag', category: 'tag', name: '' };
}

type TextFieldProps = {
  label: string;
  value: Text | undefined;
  needed: boolean;
  change: (value: Text | undefined) => void;
};

/** A text as it stands, or its expression. Left empty where it may be, it is left out. */
function TextField({ label, value, needed, change }: TextFieldProps) {
  const { t } = useTexts();
  const computed = typeof value === 'object';
  const text = computed ? value.cel : (value ?? '');
  const set = (now: string, isComputed: boolean) =>
    change(now === '' && !needed && !isComputed ? undefined : isComputed ? { cel: now } : now);
  return (
    <Group align="flex-end" gap="sm" wrap="nowrap">
      <TextInput
        label={label}
        value={text}
        required={needed}
        maxLength={2000}
        style={{ flex: 1 }}
        {...(computed && { styles: mono, spellCheck: false })}
        onChange={(event) => set(event.currentTarget.value, computed)}
      />
      <Checkbox
        mb={8}
        label={t('rule.computed')}
        aria-label={t('rule.computedOne', { field: label })}
        checked={computed}
        onChange={(event) => set(text, event.currentTarget.checked)}
      />
    </Group>
  );
}
