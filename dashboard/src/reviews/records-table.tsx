/** The records of a question side by side: a column a record, a row a field, and in words whether the sides agree. */
import { Button, Group, Table, Text, VisuallyHidden } from '@mantine/core';
import { Fragment, useState } from 'react';
import type { ReviewDetail } from '../../../src/api/contract-judging.ts';
import { Go, Out } from '../parts/link.tsx';
import { SourceBadge } from '../sources/source-name.tsx';
import { type TextKey, useTexts } from '../texts.ts';
import {
  type Column,
  type ComparedField,
  type ComparedRow,
  type ComparedValue,
  columnsOf,
  compareRecords,
} from './compare-records.ts';

/** So many fit beside each other. */
const fewColumns = 3;
const mostLinks = 4;

const marks = {
  same: { sign: '=', text: 'compare.same' },
  some: { sign: '≈', text: 'compare.some' },
  different: { sign: '≠', text: 'compare.different' },
  one: { sign: '·', text: 'compare.one' },
} as const satisfies Record<string, { sign: string; text: TextKey }>;

export function RecordsTable({ detail: { review, sides } }: { detail: ReviewDetail }) {
  const { t } = useTexts();
  const known = sides.reduce((sum, { records }) => sum + records.length, 0);
  const [all, setAll] = useState(known <= fewColumns);
  const columns = columnsOf(sides, all);
  const hidden = known - columns.length;
  return (
    <div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields */}
      <div className="scroll" role="group" aria-label={t('compare.table')} tabIndex={0}>
        <Table
          aria-label={t('compare.table')}
          className="compare"
          verticalSpacing={6}
          style={{ '--columns': columns.length }}
          withColumnBorders
        >
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('compare.field')}</Table.Th>
              {columns.map((column) => (
                <Table.Th key={column.record.recordId} scope="col">
                  <Head
                    column={column}
                    gameId={sides[column.side]?.gameId ?? null}
                    several={review.candidates.length > 1}
                  />
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {compareRecords(columns).map((row) => (
              <Row key={row.field} row={row} columns={columns} />
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {(hidden > 0 || (all && known > fewColumns)) && (
        <Button size="compact-sm" variant="subtle" mt="xs" onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? t('compare.fewer') : t('compare.more', { count: hidden })}
        </Button>
      )}
    </div>
  );
}

function Head({
  column: { side, record },
  gameId,
  several,
}: {
  column: Column;
  gameId: string | null;
  several: boolean;
}) {
  const { t } = useTexts();
  const who = side === 0 ? t('compare.asked') : several ? t('compare.candidate', { number: side }) : t('compare.known');
  return (
    <>
      <Text size="sm" fw={700}>
        {who}
      </Text>
      <Group gap={6} fw={400}>
        <SourceBadge source={record.source} />
        {gameId !== null && (
          <Go to="/games/$gameId" params={{ gameId }} size="sm">
            {t('compare.game')}
          </Go>
        )}
      </Group>
      <Text size="sm" fw={400} component="div">
        <Out url={record.url} />
      </Text>
    </>
  );
}

function Row({ row: { field, verdict, cells }, columns }: { row: ComparedRow; columns: readonly Column[] }) {
  const { t, name } = useTexts();
  return (
    <Table.Tr data-verdict={verdict ?? undefined}>
      <Table.Th scope="row">
        {name('field', field)}
        {verdict !== null && (
          <Text size="xs" fw={verdict === 'different' ? 700 : 400} className="verdict">
            <span aria-hidden>{marks[verdict].sign}</span> {t(marks[verdict].text)}
          </Text>
        )}
      </Table.Th>
      {columns.map(({ record }, index) => {
        const values = cells[index] ?? [];
        const shown = field === 'urls' ? values.slice(0, mostLinks) : values;
        return (
          <Table.Td key={record.recordId}>
            {values.length === 0 && (
              <Text size="sm" c="dimmed">
                {t('compare.nothing')}
              </Text>
            )}
            {shown.map((value) => (
              <Value
                key={value.text}
                field={field}
                value={value}
                marked={!value.shared && (verdict === 'different' || verdict === 'some')}
                language={field === 'description' ? (record.description?.language ?? null) : null}
              />
            ))}
            {values.length > shown.length && (
              <Text size="xs" c="dimmed">
                {t('value.others', { count: values.length - shown.length })}
              </Text>
            )}
          </Table.Td>
        );
      })}
    </Table.Tr>
  );
}

type ValueProps = { field: ComparedField; value: ComparedValue; marked: boolean; language: string | null };

function Value({ field, value, marked, language }: ValueProps) {
  const { t, name, format } = useTexts();
  const lang = language === null ? {} : { lang: language };
  const only = marked && <VisuallyHidden> ({t('compare.onlyHere')})</VisuallyHidden>;
  if (field === 'urls')
    return (
      <div>
        <Out url={value.text} />
        {only}
      </div>
    );
  const text =
    field === 'releaseDate'
      ? format.edtf(value.text)
      : field === 'languages'
        ? format.language(value.text)
        : field === 'platforms' || field === 'tags'
          ? name('slug', value.text)
          : value.text;
  return (
    <Text component="div" size={field === 'description' ? 'sm' : 'md'} {...lang}>
      {!marked ? (
        text
      ) : value.words.length > 0 ? (
        <Words words={value.words} />
      ) : (
        <mark className="differs">{text}</mark>
      )}
      {only}
    </Text>
  );
}

/** A title: only the words that the other side lacks are marked. */
function Words({ words }: { words: ComparedValue['words'] }) {
  return words.map(({ text, shared }, index) => {
    const key = `${index} ${text}`;
    return shared || text.trim() === '' ? (
      <Fragment key={key}>{text}</Fragment>
    ) : (
      <mark key={key} className="differs">
        {text}
      </mark>
    );
  });
}
