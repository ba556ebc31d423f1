/** The records a game is made of: one line a page that speaks of it. */
import { Table } from '@mantine/core';
import type { Game } from '../../../src/api/contract.ts';
import { Ago } from '../parts/ago.tsx';
import { Out } from '../parts/link.tsx';
import { DataTable } from '../parts/table.tsx';
import { SourceBadge } from '../sources/source-name.tsx';
import { useTexts } from '../texts.ts';
import { SnapshotHash, Stored } from './why.tsx';

export function Records({ records }: { records: Game['records'] }) {
  const { t } = useTexts();
  const columns = [
    { head: t('source') },
    { head: t('game.title') },
    { head: t('why.page') },
    { head: t('why.record') },
    { head: t('why.snapshot') },
    { head: t('why.at') },
  ];
  return (
    <DataTable label={t('records.table')} columns={columns} minWidth={760}>
      {records.map((record) => (
        <Table.Tr key={record.recordId}>
          <Table.Td>
            <SourceBadge source={record.source} />
          </Table.Td>
          <Table.Td>{record.title}</Table.Td>
          <Table.Td>
            <Out url={record.url} /> <Stored page={record.pageId} />
          </Table.Td>
          <Table.Td>{record.recordId}</Table.Td>
          <Table.Td>
            <SnapshotHash hash={record.snapshot} />
          </Table.Td>
          <Table.Td>
            <Ago at={record.at} />
          </Table.Td>
        </Table.Tr>
      ))}
    </DataTable>
  );
}
