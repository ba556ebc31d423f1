/** How much of each field a source's pages give, day by day: a line to see a fall by, with the same numbers in words. */
import { Table, Text } from '@mantine/core';
import type { SourceDetail } from '../../../src/api/contract-sources.ts';
import { Nothing } from '../parts/page.tsx';
import { DataTable, NumberCell } from '../parts/table.tsx';
import { useTexts } from '../texts.ts';

type Field = SourceDetail['coverage'][number];

const width = 180;
const height = 28;

export function FieldCoverage({ coverage }: Pick<SourceDetail, 'coverage'>) {
  const { t, name, format } = useTexts();
  if (coverage.length === 0) return <Nothing title={t('source.noFields')} />;
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs">
        {t('source.fieldsHint')}
      </Text>
      <DataTable
        label={t('source.fields')}
        columns={[
          { head: t('source.field') },
          { head: t('source.fieldNow'), number: true },
          { head: t('source.records'), number: true },
          { head: t('source.fieldTrend') },
        ]}
      >
        {coverage.map((field) => (
          <Table.Tr key={field.field}>
            <Table.Th scope="row">{name('field', field.field)}</Table.Th>
            <NumberCell>{format.percent(field.days.at(-1)?.share ?? 0)}</NumberCell>
            <NumberCell>{format.number(field.days.at(-1)?.records ?? 0)}</NumberCell>
            <Table.Td>
              <Trend field={field} />
            </Table.Td>
          </Table.Tr>
        ))}
      </DataTable>
    </>
  );
}

function Trend({ field: { field, days } }: { field: Field }) {
  const { t, name, format } = useTexts();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  const least = Math.min(...days.map(({ share }) => share));
  const x = (index: number) => (days.length === 1 ? width / 2 : 2 + (index * (width - 4)) / (days.length - 1));
  const y = (share: number) => 2 + (1 - share) * (height - 4);
  const points = days.map(({ share }, index) => `${x(index)},${y(share)}`);
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={t('source.fieldTrendSummary', {
        field: name('field', field),
        first: format.percent(first.share),
        from: format.edtf(first.day),
        last: format.percent(last.share),
        to: format.edtf(last.day),
        least: format.percent(least),
      })}
    >
      <line x1="0" x2={width} y1={height - 1} y2={height - 1} stroke="var(--mantine-color-default-border)" />
      <polyline points={points.join(' ')} fill="none" stroke="var(--mantine-color-indigo-6)" strokeWidth="2" />
      <circle cx={x(days.length - 1)} cy={y(last.share)} r="3" fill="var(--mantine-color-indigo-6)" />
    </svg>
  );
}
