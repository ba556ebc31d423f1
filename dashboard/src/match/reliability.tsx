/** The reliability curve: what the machine says of pairs against what curators say of them; the same numbers as a table. */
import { Group, Table, Text } from '@mantine/core';
import type { MatchBin } from '../../../src/api/contract-match.ts';
import { DataTable, NumberCell } from '../parts/table.tsx';
import { useTexts } from '../texts.ts';

const size = 260;
const edge = 44;

export function Reliability({ bins }: { bins: readonly MatchBin[] }) {
  const { t, format } = useTexts();
  const filled = bins.filter(({ count }) => count > 0);
  const columns = [
    { head: t('quality.said') },
    { head: t('quality.mean'), number: true },
    { head: t('quality.were'), number: true },
    { head: t('quality.pairs'), number: true },
  ];
  if (filled.length === 0) return <Text size="sm">{t('quality.noBins')}</Text>;
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm" maw="80ch">
        {t('quality.reliabilityHint')}
      </Text>
      <Group align="flex-start" gap="xl">
        <Curve bins={filled} />
        <div style={{ flex: '1 1 20rem', minWidth: 0 }}>
          <DataTable label={t('quality.reliability')} columns={columns}>
            {bins.map(({ from, to, count, mean, same }) => (
              <Table.Tr key={from}>
                <Table.Th scope="row">{format.percents(from, to)}</Table.Th>
                <NumberCell>{count === 0 ? '–' : format.likely(mean)}</NumberCell>
                <NumberCell>{count === 0 ? '–' : format.likely(same)}</NumberCell>
                <NumberCell>{format.number(count)}</NumberCell>
              </Table.Tr>
            ))}
          </DataTable>
        </div>
      </Group>
    </>
  );
}

function Curve({ bins }: { bins: readonly MatchBin[] }) {
  const { t, format } = useTexts();
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const x = (share: number) => edge + share * size;
  const y = (share: number) => 8 + (1 - share) * size;
  const marks = [0, 0.5, 1];
  return (
    <svg
      viewBox={`0 0 ${size + edge + 24} ${size + 40}`}
      width={size + edge + 24}
      role="img"
      aria-label={t('quality.reliabilitySummary', { count: bins.length })}
      className="curve"
    >
      <path d={`M${x(0)} ${y(1)}V${y(0)}H${x(1)}`} className="axis" />
      <path d={`M${x(0)} ${y(0)}L${x(1)} ${y(1)}`} className="ideal" />
      {marks.map((share) => (
        <g key={share}>
          <text x={x(share)} y={y(0) + 18} textAnchor="middle">
            {format.percent(share)}
          </text>
          {share > 0 && (
            <text x={edge - 4} y={y(share) + 4} textAnchor="end">
              {format.percent(share)}
            </text>
          )}
        </g>
      ))}
      <path d={bins.map(({ mean, same }, at) => `${at ? 'L' : 'M'}${x(mean)} ${y(same)}`).join('')} className="first" />
      {bins.map(({ from, mean, same, count }) => (
        <circle key={from} cx={x(mean)} cy={y(same)} r={3 + 6 * Math.sqrt(count / most)} />
      ))}
    </svg>
  );
}
