/** The fields of a game one under the other; credits, tags and links gathered by their kind. */
import { Stack } from '@mantine/core';
import type { Game, Value } from '../../../src/api/contract.ts';
import { useTexts } from '../texts.ts';
import { ValueLine } from './value.tsx';
import { kindOf } from './value-content.tsx';

type Row = { key: string; label: string; field: string; values: Value[] };

export function Fields({ fields }: { fields: Game['fields'] }) {
  const { name } = useTexts();
  const rows = fields.flatMap(({ field, values }) => rowsOf(field, values, name));
  return (
    <dl className="fields">
      {rows.map(({ key, label, field, values }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>
            <Stack gap={6}>
              {values.map((value) => (
                <ValueLine key={JSON.stringify([value.value, value.language])} field={field} value={value} />
              ))}
            </Stack>
          </dd>
        </div>
      ))}
    </dl>
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
