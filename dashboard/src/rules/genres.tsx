/** Which free tags mean which genre. */
import { Checkbox, Table, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '../parts/icon.tsx';
import { Section } from '../parts/page.tsx';
import { useTexts } from '../texts.ts';
import { AddRow, EditedTable, RemoveCell } from './edited-table.tsx';
import type { Uses } from './rules-table.tsx';
import type { Draft } from './use-draft.ts';

export function Genres({ draft, uses }: { draft: Draft; uses: Uses }) {
  const { t, name, format } = useTexts();
  const { genres } = draft.book;
  const [wanted, setWanted] = useState('');
  const [replace, setReplace] = useState(false);
  const words = wanted.trim().toLowerCase();
  const shown = genres.filter(({ tag, genre }) =>
    `${tag} ${genre} ${name('slug', genre)}`.toLowerCase().includes(words),
  );
  const heads = [t('genres.tag'), t('genres.genre'), t('genres.replace'), t('rules.games')];
  return (
    <Section
      title={t('genres.title')}
      aside={
        <TextInput
          type="search"
          aria-label={t('genres.find')}
          placeholder={t('genres.find')}
          leftSection={<Icon name="search" />}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
      }
    >
      <div style={{ maxHeight: '28rem', overflowY: 'auto' }}>
        <EditedTable label={t('genres.title')} heads={heads} isEmpty={shown.length === 0}>
          {shown.map((row) => (
            <Table.Tr key={row.tag}>
              <Table.Th scope="row">{row.tag}</Table.Th>
              <Table.Td>{name('slug', row.genre)}</Table.Td>
              <Table.Td>
                <Checkbox
                  aria-label={`${t('genres.replace')}: ${row.tag}`}
                  checked={row.replace}
                  onChange={(event) => {
                    const { checked } = event.currentTarget;
                    draft.change({ genres: genres.map((one) => (one === row ? { ...one, replace: checked } : one)) });
                  }}
                />
              </Table.Td>
              <Table.Td className="number">{format.number(uses.get(`genre:${row.tag}`)?.games ?? 0)}</Table.Td>
              <RemoveCell what={row.tag} remove={() => draft.change({ genres: genres.filter((one) => one !== row) })} />
            </Table.Tr>
          ))}
        </EditedTable>
      </div>
      <AddRow
        fields={[t('genres.tag'), t('genres.genre')]}
        add={([tag = '', genre = '']) =>
          draft.change({ genres: [...genres, { tag: tag.toLowerCase(), genre, replace }] })
        }
      >
        <Checkbox
          mb={8}
          label={t('genres.replace')}
          checked={replace}
          onChange={(event) => setReplace(event.currentTarget.checked)}
        />
      </AddRow>
    </Section>
  );
}
