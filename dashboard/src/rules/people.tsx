/** Other names of people, and names that are never published. */
import { SimpleGrid, Table, Textarea } from '@mantine/core';
import { Section } from '../parts/page.tsx';
import { useTexts } from '../texts.ts';
import { AddRow, EditedTable, RemoveCell } from './edited-table.tsx';
import type { Draft } from './use-draft.ts';

export function People({ draft }: { draft: Draft }) {
  const { t } = useTexts();
  const { people } = draft.book;
  const set = (part: Partial<typeof people>) => draft.change({ people: { ...people, ...part } });
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      <Section title={t('people.redirects')}>
        <EditedTable
          label={t('people.redirects')}
          heads={[t('people.from'), t('people.to')]}
          isEmpty={Object.keys(people.redirects).length === 0}
        >
          {Object.entries(people.redirects).map(([from, to]) => (
            <Table.Tr key={from}>
              <Table.Th scope="row">{from}</Table.Th>
              <Table.Td>{to}</Table.Td>
              <RemoveCell
                what={from}
                remove={() => {
                  const { [from]: _, ...redirects } = people.redirects;
                  set({ redirects });
                }}
              />
            </Table.Tr>
          ))}
        </EditedTable>
        <AddRow
          fields={[t('people.from'), t('people.to')]}
          add={([from = '', to = '']) => set({ redirects: { ...people.redirects, [from]: to } })}
        />
      </Section>
      <Section title={t('people.ignored')}>
        <Textarea
          label={t('people.ignored')}
          description={t('people.ignoredHint')}
          defaultValue={people.ignored.join('\n')}
          key={draft.changed ? 'edited' : 'standing'}
          onBlur={(event) => {
            const ignored = event.currentTarget.value.split('\n').map((line) => line.trim());
            const names = [...new Set(ignored.filter((name) => name !== ''))];
            if (names.join('\n') !== people.ignored.join('\n')) set({ ignored: names });
          }}
          autosize
          minRows={3}
          maxRows={14}
        />
      </Section>
    </SimpleGrid>
  );
}
