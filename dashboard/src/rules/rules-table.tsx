/** Each rule on one line: when it acts, what it adds, why, and at how many games it did. */
import { Button, Code, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { Rule, RuleAction, Rules } from '../../../src/api/contract-rules.ts';
import { Section } from '../parts/page.tsx';
import { DataTable, NumberCell } from '../parts/table.tsx';
import { useTexts } from '../texts.ts';
import { RuleForm } from './rule-form.tsx';
import type { Draft } from './use-draft.ts';

export type Uses = ReadonlyMap<string, Rules['uses'][number]>;

const fresh: Rule = {
  name: '',
  when: 'tags.like("platform", "")',
  do: [{ add: 'tag', category: 'control', slug: '' }],
  why: '',
};

export function RulesTable({ draft, uses }: { draft: Draft; uses: Uses }) {
  const { t } = useTexts();
  const { rules } = draft.book;
  /** The place of the rule in the dialog; one behind the last is a new rule. */
  const [editing, setEditing] = useState<number | null>(null);
  const columns = [
    { head: t('rules.name') },
    { head: t('rules.when') },
    { head: t('rules.adds') },
    { head: t('rules.games'), hint: t('rules.gamesHint'), number: true },
    { head: t('rules.failed'), number: true },
    { head: t('actions'), hidden: true },
  ];
  return (
    <Section
      title={t('rules.table')}
      aside={
        <Button size="compact-sm" variant="default" onClick={() => setEditing(rules.length)}>
          {t('rules.new')}
        </Button>
      }
    >
      <DataTable label={t('rules.table')} columns={columns} minWidth={900}>
        {rules.map((rule, place) => (
          <RuleLine
            key={rule.name}
            rule={rule}
            use={uses.get(rule.name)}
            edit={() => setEditing(place)}
            up={place === 0 ? null : () => draft.change({ rules: raised(rules, place) })}
          />
        ))}
      </DataTable>
      <Modal
        opened={editing !== null}
        onClose={() => setEditing(null)}
        title={editing !== null && rules[editing] ? t('rules.editOne', { name: rules[editing].name }) : t('rules.new')}
        size="xl"
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        {editing !== null && (
          <RuleForm
            rule={rules[editing] ?? fresh}
            isNew={editing === rules.length}
            wholeWith={(rule) => ({ ...draft.book, rules: placed(rules, editing, rule) })}
            take={(rule) => {
              draft.change({ rules: placed(rules, editing, rule) });
              setEditing(null);
            }}
          />
        )}
      </Modal>
    </Section>
  );
}

type LineProps = { rule: Rule; use: Rules['uses'][number] | undefined; edit: () => void; up: (() => void) | null };

function RuleLine({ rule, use, edit, up }: LineProps) {
  const { t, format } = useTexts();
  return (
    <Table.Tr style={{ verticalAlign: 'top' }}>
      <Table.Th scope="row" maw={240}>
        {rule.name}
        <Text size="xs" c="dimmed">
          {rule.why}
        </Text>
      </Table.Th>
      <Table.Td maw={340}>
        <Code style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{rule.when}</Code>
      </Table.Td>
      <Table.Td maw={260} className="long">
        <Stack gap={2}>
          {rule.do.map((action) => (
            <Adds key={JSON.stringify(action)} action={action} />
          ))}
        </Stack>
      </Table.Td>
      <NumberCell>{format.number(use?.games ?? 0)}</NumberCell>
      <NumberCell>
        {use && use.failed > 0 ? (
          <Text span inherit fw={600} c="var(--mantine-color-error)" title={use.failure ?? ''}>
            {format.number(use.failed)}
          </Text>
        ) : (
          format.number(0)
        )}
      </NumberCell>
      <Table.Td>
        <Group gap="xs" wrap="nowrap">
          <Button size="compact-sm" variant="default" aria-label={`${t('rules.edit')}: ${rule.name}`} onClick={edit}>
            {t('rules.edit')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${t('rules.up')}: ${rule.name}`}
            title={t('rules.up')}
            disabled={up === null}
            onClick={up ?? undefined}
          >
            ↑
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

function Adds({ action }: { action: RuleAction }) {
  const { t, name, format } = useTexts();
  const said = (value: RuleAction[keyof RuleAction] | { cel: string } | undefined) =>
    typeof value === 'object' ? value.cel : (value ?? '');
  const what =
    action.add === 'tag'
      ? `${name('tag', action.category)}: ${said(action.name) || name('slug', String(said(action.slug)))}`
      : action.add === 'url'
        ? `${name('url', action.category)}: ${said(action.url)}`
        : `${name('field', 'languages')}: ${typeof action.language === 'string' ? format.language(action.language) : action.language.cel}`;
  return (
    <div>
      {what}
      {action.each !== undefined && (
        <Text size="xs" c="dimmed">
          {t('rules.each', { list: action.each })}
        </Text>
      )}
    </div>
  );
}

function raised(rules: Rule[], place: number): Rule[] {
  const all = [...rules];
  const [rule] = all.splice(place, 1);
  if (rule) all.splice(place - 1, 0, rule);
  return all;
}

/** With the rule in its place; null takes it out. */
function placed(rules: Rule[], place: number, rule: Rule | null): Rule[] {
  const all = [...rules];
  all.splice(place, 1, ...(rule ? [rule] : []));
  return all;
}
