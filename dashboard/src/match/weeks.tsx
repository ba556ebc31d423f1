/** Precision and recall on what was judged, week by week, drawn and as a table. */
import { Group, Table, Text } from '@mantine/core';
import type { MatchWeek } from '../../../src/api/contract-match.ts';
import { DataTable, NumberCell } from '../parts/table.tsx';
import { useTexts } from '../texts.ts';
import { lineOf } from './line-of.ts';

const width = 420;
const height = 160;
const edge = 46;

export function Weeks({ weeks }: { weeks: readonly MatchWeek[] }) {
  const { t, format } = useTexts();
  const share = (value: number | null) => (value === null ? '–' : format.likely(value));
  const columns = [
    { head: t('quality.week') },
    { head: t('quality.judged'), number: true },
    { head: t('quality.precision'), number: true },
    { head: t('quality.recall'), number: true },
    { head: t('quality.asked'), number: true },
  ];
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm" maw="80ch">
        {t('quality.overTimeHint')}
      </Text>
      <Group align="flex-start" gap="xl">
        {weeks.length > 1 && <Course weeks={weeks} />}
        <div style={{ flex: '1 1 20rem', minWidth: 0 }}>
          <DataTable label={t('quality.overTime')} columns={columns}>
            {weeks.map(({ week, judged, precision, recall, asked }) => (
              <Table.Tr key={week}>
                <Table.Th scope="row">{format.edtf(week)}</Table.Th>
                <NumberCell>{format.number(judged)}</NumberCell>
                <NumberCell>{share(precision)}</NumberCell>
                <NumberCell>{share(recall)}</NumberCell>
                <NumberCell>{format.number(asked)}</NumberCell>
              </Table.Tr>
            ))}
          </DataTable>
        </div>
      </Group>
    </>
  );
}

function Course({ weeks }: { weeks: readonly MatchWeek[] }) {
  const { t, format } = useTexts();
  const box = { left: edge, top: 8, width, height };
  const y = (value: number) => box.top + (1 - value) * height;
  return (
    <figure style={{ margin: 0, maxWidth: '100%' }}>
      <svg
        viewBox={`0 0 ${width + edge + 8} ${height + 16}`}
        width={width + edge + 8}
        role="img"
        aria-label={t('quality.overTimeSummary', { count: weeks.length })}
        className="curve"
      >
        <path d={`M${edge} ${y(1)}V${y(0)}H${edge + width}`} className="axis" />
        {[0, 1].map((value) => (
          <text key={value} x={edge - 4} y={y(value) + 4} textAnchor="end">
            {format.percent(value)}
          </text>
        ))}
        <path
          d={lineOf(
            weeks.map(({ precision }) => precision),
            box,
          )}
          className="first"
        />
        <path
          d={lineOf(
            weeks.map(({ recall }) => recall),
            box,
          )}
          className="second"
        />
      </svg>
      <Group component="figcaption" gap="md">
        <Legend className="first" text={t('quality.precision')} />
        <Legend className="second" text={t('quality.recall')} />
      </Group>
    </figure>
  );
}

/** One line is whole, the other dashed: the colour only helps. */
function Legend({ className, text }: { className: string; text: string }) {
  return (
    <Text size="sm">
      <svg viewBox="0 0 36 8" width="36" height="8" aria-hidden className="curve">
        <path d="M0 4H36" className={className} />
      </svg>{' '}
      {text}
    </Text>
  );
}
