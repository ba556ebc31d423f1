/** The counts of a run, one line a source, and their sum: numbers that do not add up are worth nothing. */
import { Table, Text } from '@mantine/core';
import type { Breakdown, Run } from '../../../src/api/contract.ts';
import { Go } from '../parts/link.tsx';
import { DataTable } from '../parts/table.tsx';
import { useTexts } from '../texts.ts';
import { counts, sumOf } from './progress.ts';

const alarming = new Set<keyof Breakdown>(['broken', 'failed']);

export function RunCounts({ run }: { run: Run }) {
  const { t, name } = useTexts();
  const columns = [
    { head: t('source') },
    ...counts.map((count) => ({ head: name('count', count), hint: name('countHint', count), number: true })),
  ];
  return (
    <DataTable label={t('run.counts')} columns={columns} minWidth={860}>
      {run.sources.map(({ source, totals }) => (
        <CountsRow key={source} totals={totals}>
          <Go to="/sources/$name" params={{ name: source }} inherit>
            {source}
          </Go>
        </CountsRow>
      ))}
      {run.sources.length > 1 && (
        <CountsRow totals={sumOf(run.sources)} strong>
          {t('run.sum')}
        </CountsRow>
      )}
    </DataTable>
  );
}

function CountsRow({ totals, strong, children }: { totals: Breakdown; strong?: boolean; children: React.ReactNode }) {
  const { format } = useTexts();
  return (
    <Table.Tr fw={strong ? 700 : undefined}>
      <Table.Th scope="row" fw="inherit">
        {children}
      </Table.Th>
      {counts.map((count) => {
        const value = totals[count];
        return (
          <Table.Td key={count} className="number">
            {alarming.has(count) && value > 0 ? (
              <Text span inherit c="var(--mantine-color-error)" fw={600}>
                {format.number(value)}
              </Text>
            ) : (
              format.number(value)
            )}
          </Table.Td>
        );
      })}
    </Table.Tr>
  );
}
