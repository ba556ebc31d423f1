/** Evidence as signed contributions: bars to the right speak for the same game, to the left against. */
import { Table } from '@mantine/core';
import type { ReviewRow } from '../../../src/api/contract.ts';
import { DataTable } from '../parts/table.tsx';
import { useTexts } from '../texts.ts';

type Pieces = ReviewRow['candidates'][number]['evidence'];

export function Evidence({ evidence, title }: { evidence: Pieces; title: string }) {
  const { t, name, format } = useTexts();
  const strongest = Math.max(1, ...evidence.map(({ weight }) => Math.abs(weight)));
  const sum = evidence.reduce((total, { weight }) => total + weight, 0);
  const columns = [
    { head: t('evidence.feature') },
    { head: t('evidence.weight'), number: true },
    { head: t('evidence.detail') },
  ];
  return (
    <DataTable label={t('evidence.title', { title })} columns={columns}>
      {evidence.map(({ feature, weight, detail }) => (
        <Table.Tr key={`${feature}|${detail}`}>
          <Table.Th scope="row">{name('feature', feature)}</Table.Th>
          <Table.Td className="number" w={90}>
            {format.signed(weight)}
            <Bar share={weight / strongest} />
          </Table.Td>
          <Table.Td>{detail}</Table.Td>
        </Table.Tr>
      ))}
      <Table.Tr fw={700}>
        <Table.Th scope="row">{t('evidence.sum')}</Table.Th>
        <Table.Td className="number">{format.signed(sum)}</Table.Td>
        <Table.Td fw={400}>{t(sum >= 0 ? 'evidence.for' : 'evidence.against')}</Table.Td>
      </Table.Tr>
    </DataTable>
  );
}

function Bar({ share }: { share: number }) {
  const length = Math.abs(share) * 50;
  return (
    <svg
      viewBox="0 0 100 12"
      preserveAspectRatio="none"
      width="100%"
      height="10"
      aria-hidden
      style={{ display: 'block' }}
    >
      <line x1="50" x2="50" y1="0" y2="12" stroke="var(--mantine-color-dimmed)" />
      <rect
        x={share < 0 ? 50 - length : 50}
        y="1"
        width={length}
        height="10"
        fill={share < 0 ? 'var(--mantine-color-red-7)' : 'var(--mantine-color-teal-7)'}
      />
    </svg>
  );
}
