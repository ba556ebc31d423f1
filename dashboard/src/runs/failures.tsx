/** Failed pages, grouped by source and cause, the most frequent first: one line to act on instead of 300 to read. */
import { Table, Text } from '@mantine/core';
import type { Failure } from '../../../src/api/contract.ts';
import { Ago } from '../parts/ago.tsx';
import { Go, Out } from '../parts/link.tsx';
import { DataTable, NumberCell } from '../parts/table.tsx';
import { useTexts } from '../texts.ts';

export function Failures({ failures }: { failures: Failure[] }) {
  const { t, name, format } = useTexts();
  const columns = [
    { head: t('source') },
    { head: t('failure.cause') },
    { head: t('failure.count'), number: true },
    { head: t('failure.message') },
    { head: t('failure.last') },
  ];
  const sorted = failures.toSorted((left, right) => right.count - left.count);
  return (
    <DataTable label={t('failure.title')} columns={columns} minWidth={720}>
      {sorted.map((failure) => (
        <Table.Tr key={`${failure.source}|${failure.cause}`}>
          <Table.Td>
            <Go to="/sources/$name" params={{ name: failure.source }} inherit>
              {failure.source}
            </Go>
          </Table.Td>
          <Table.Td fw={600}>{name('cause', failure.cause)}</Table.Td>
          <NumberCell>{format.number(failure.count)}</NumberCell>
          <Table.Td>
            <Text size="sm" lineClamp={3} className="long">
              {failure.message}
            </Text>
            {failure.url !== null && <Out url={failure.url} />}
          </Table.Td>
          <Table.Td>
            <Ago at={failure.lastAt} />
          </Table.Td>
        </Table.Tr>
      ))}
    </DataTable>
  );
}
