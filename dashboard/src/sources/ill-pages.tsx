/** Pages of a source that are broken, failing or missing, each with its reason. */
import { Table, Text } from '@mantine/core';
import type { PageRow } from '../../../src/api/contract-sources.ts';
import { AgoOrNever } from '../parts/ago.tsx';
import { Go, Out } from '../parts/link.tsx';
import { pageTones, State } from '../parts/state.tsx';
import { DataTable, NumberCell } from '../parts/table.tsx';
import { useTexts } from '../texts.ts';

export function IllPages({ pages }: { pages: PageRow[] }) {
  const { t, name, format } = useTexts();
  const columns = [
    { head: t('page.url') },
    { head: t('page.state') },
    { head: t('page.reason') },
    { head: t('page.failures'), number: true },
    { head: t('page.lastChecked') },
    { head: t('page.lastImported') },
  ];
  return (
    <DataTable label={t('page.table')} columns={columns} minWidth={820}>
      {pages.map((page) => (
        <Table.Tr key={page.url}>
          <Table.Td>
            <Out url={page.url} />{' '}
            <Go to="/pages" search={{ page: page.pageId }} size="sm">
              {t('page.look')}
            </Go>
          </Table.Td>
          <Table.Td>
            <State tone={page.failureCount > 0 && page.state === 'fetched' ? 'warn' : pageTones[page.state]}>
              {name('pageState', page.state)}
            </State>
          </Table.Td>
          <Table.Td>
            <Text size="sm">{page.reason ?? page.lastError ?? ''}</Text>
          </Table.Td>
          <NumberCell>{format.number(page.failureCount)}</NumberCell>
          <Table.Td>
            <AgoOrNever at={page.lastChecked} />
          </Table.Td>
          <Table.Td>
            <AgoOrNever at={page.lastImported} />
          </Table.Td>
        </Table.Tr>
      ))}
    </DataTable>
  );
}
