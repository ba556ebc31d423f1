/** Pages a minute over the last hour as a small drawing, with the same numbers as a table for whom a drawing says nothing. */
import { Table, Text } from '@mantine/core';
import type { Overview } from '../../../src/api/contract.ts';
import { useNow } from '../parts/ago.tsx';
import { DataTable, NumberCell } from '../parts/table.tsx';
import { useTexts } from '../texts.ts';
import { lastHour } from './last-hour.ts';

const width = 600;
const height = 110;

export function Throughput({ known }: { known: Overview['throughput'] }) {
  const { t, name, format } = useTexts();
  const minutes = lastHour(known, useNow());
  const highest = Math.max(1, ...minutes.map(({ fetched, failed }) => fetched + failed));
  const total = minutes.reduce((sum, { fetched }) => sum + fetched, 0);
  const failed = minutes.reduce((sum, minute) => sum + minute.failed, 0);
  const last = minutes.at(-1)?.fetched ?? 0;
  const step = width / Math.max(1, minutes.length);
  const scale = (value: number) => (value / highest) * (height - 4);
  return (
    <>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        width="100%"
        height={height}
        role="img"
        aria-label={t('throughput.summary', { total, highest, last, failed })}
      >
        <line x1="0" x2={width} y1={height - 0.5} y2={height - 0.5} stroke="var(--mantine-color-default-border)" />
        {minutes.map(({ minute, fetched, failed }, index) => (
          <g key={minute}>
            <rect
              x={index * step + 0.5}
              width={Math.max(1, step - 1)}
              y={height - scale(fetched)}
              height={scale(fetched)}
              fill="light-dark(var(--mantine-color-indigo-5), var(--mantine-color-indigo-4))"
            />
            <rect
              x={index * step + 0.5}
              width={Math.max(1, step - 1)}
              y={height - scale(fetched + failed)}
              height={scale(failed)}
              fill="var(--mantine-color-red-6)"
            />
          </g>
        ))}
      </svg>
      <Text size="sm" c="dimmed" mb="xs">
        {t('throughput.summary', { total, highest, last, failed })}
      </Text>
      <details>
        <summary>{t('throughput.asTable')}</summary>
        <div style={{ maxHeight: '20rem', overflowY: 'auto' }}>
          <DataTable
            label={t('throughput.title')}
            columns={[
              { head: t('throughput.minute') },
              { head: name('count', 'fetched'), number: true },
              { head: name('count', 'failed'), number: true },
            ]}
          >
            {minutes.toReversed().map(({ minute, fetched, failed }) => (
              <Table.Tr key={minute}>
                <Table.Td>{format.clock(minute)}</Table.Td>
                <NumberCell>{format.number(fetched)}</NumberCell>
                <NumberCell>{format.number(failed)}</NumberCell>
              </Table.Tr>
            ))}
          </DataTable>
        </div>
      </details>
    </>
  );
}
