/** A small table whose rows can be taken out, and the fields under it that add one. */
import { Button, Group, Table, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { DataTable } from '../parts/table.tsx';
import { useTexts } from '../texts.ts';

type Props = { label: string; heads: string[]; isEmpty: boolean; children: ReactNode };

export function EditedTable({ label, heads, isEmpty, children }: Props) {
  const { t } = useTexts();
  if (isEmpty)
    return (
      <Text size="sm" c="dimmed">
        {t('rules.none')}
      </Text>
    );
  return (
    <DataTable label={label} columns={[...heads.map((head) => ({ head })), { head: t('actions'), hidden: true }]}>
      {children}
    </DataTable>
  );
}

export function RemoveCell({ what, remove }: { what: string; remove: () => void }) {
  const { t } = useTexts();
  return (
    <Table.Td ta="end">
      <Button size="compact-sm" variant="default" aria-label={t('row.remove', { what })} onClick={remove}>
        {t('rules.remove')}
      </Button>
    </Table.Td>
  );
}

type AddProps = { fields: string[]; add: (values: string[]) => void; children?: ReactNode };

/** Every field must be filled. `children` are further inputs, whose values their owner keeps. */
export function AddRow({ fields, add, children }: AddProps) {
  const { t } = useTexts();
  const empty = fields.map(() => '');
  const [values, setValues] = useState(empty);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add(values.map((value) => value.trim()));
        setValues(empty);
      }}
    >
      <Group align="flex-end" gap="sm" mt="sm">
        {fields.map((label, index) => (
          <TextInput
            key={label}
            label={label}
            value={values[index] ?? ''}
            onChange={(event) => setValues(values.with(index, event.currentTarget.value))}
            maxLength={200}
            style={{ flex: '1 1 8rem' }}
          />
        ))}
        {children}
        <Button type="submit" variant="default" disabled={values.some((value) => value.trim() === '')}>
          {t('row.add')}
        </Button>
      </Group>
    </form>
  );
}
