/** The fields of a game one under the other; credits, tags and links gathered by their kind. */
import { Stack, Table, Text } from '@mantine/core';
import type { Game, Value } from '../../../src/api/contract.ts';
import { useTexts } from '../texts.ts';
import { ValueLine } from './value.tsx';
import { kindOf } from './value-content.tsx';

type Row = { key: string; label: string; field: string; values: Value[] };

export function Fields({ fields }: { fields: Game['fields'] }) {
  const { t, name } = useTexts();
  const rows = fields.flatMap(({ field, values }) => rowsOf(field, values, name));
  return (
    <Table layout="fixed" aria-label={t('game.values')} variant="vertical">
      <Table.Tbody>
        {rows.map(({ key, label, field, values }) => (
          <Table.Tr key={key}>
            <Table.Th scope="row" w={{ base: 104, sm: 190 }} style={{ verticalAlign: 'top' }}>
              <Text inherit size="sm">
                {label}
              </Text>
            </Table.Th>
            <Table.Td>
              <Stack gap={6}>
                {values.map((value) => (
                  <ValueLine key={JSON.stringify([value.value, value.language])} field={field} value={value} />
                ))}
              </Stack>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function rowsOf(field: string, values: Value[], name: (kind: string, word: string) => string): Row[] {
  const rows = new Map<string, Row>();
  for (const value of values) {
    const kind = kindOf(field, value.value);
    const key = kind ? `${field}.${kind.word}` : field;
    const label = kind ? name(kind.names, kind.word) : name('field', field);
    const row = rows.get(key) ?? { key, label, field, values: [] };
    row.values.push(value);
    rows.set(key, row);
  }
  return [...rows.values()];
}
