/** Other spellings of tags' names, and the one that is written. */
import { NativeSelect, Table } from '@mantine/core';
import { useState } from 'react';
import type { RuleBook } from '../../../src/api/contract-rules.ts';
import { Section } from '../parts/page.tsx';
import { useTexts } from '../texts.ts';
import { tagCategories } from './action-fields.tsx';
import { AddRow, EditedTable, RemoveCell } from './edited-table.tsx';
import type { Draft } from './use-draft.ts';

type Row = RuleBook['tagNames'][number];

export function Spellings({ draft }: { draft: Draft }) {
  const { t, name } = useTexts();
  const { tagNames } = draft.book;
  const [category, setCategory] = useState('platform');
  const heads = [t('spellings.category'), t('spellings.from'), t('spellings.to')];
  return (
    <Section title={t('spellings.title')}>
      <EditedTable label={t('spellings.title')} heads={heads} isEmpty={tagNames.length === 0}>
        {tagNames.map((row) => (
          <Table.Tr key={`${row.category} ${row.from}`}>
            <Table.Td>{name('tag', row.category)}</Table.Td>
            <Table.Th scope="row">{row.from}</Table.Th>
            <Table.Td>{row.to}</Table.Td>
            <RemoveCell
              what={row.from}
              remove={() => draft.change({ tagNames: tagNames.filter((one) => one !== row) })}
            />
          </Table.Tr>
        ))}
      </EditedTable>
      <AddRow
        fields={[t('spellings.from'), t('spellings.to')]}
        add={([from = '', to = '']) =>
          draft.change({ tagNames: [...tagNames, { category: category as Row['category'], from, to }] })
        }
      >
        <NativeSelect
          label={t('spellings.category')}
          value={category}
          data={tagCategories.map((value) => ({ value, label: name('tag', value) }))}
          onChange={(event) => setCategory(event.currentTarget.value)}
        />
      </AddRow>
    </Section>
  );
}
