/** Whether the source still reads its saved pages as its author expects, and field by field what it reads otherwise. */
import { Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { FixtureState } from '../../../src/api/contract-sources.ts';
import { Loaded, Waiting } from '../parts/loaded.tsx';
import { Nothing } from '../parts/page.tsx';
import { DataTable } from '../parts/table.tsx';
import { fixturesQuery } from '../queries.ts';
import { useTexts } from '../texts.ts';

export function Fixtures({ name }: { name: string }) {
  const query = useQuery(fixturesQuery(name));
  return (
    <Loaded query={query} waiting={<Waiting rows={2} />}>
      {({ fixtures }) => <States fixtures={fixtures} />}
    </Loaded>
  );
}

function States({ fixtures }: { fixtures: FixtureState[] }) {
  const { t } = useTexts();
  if (fixtures.length === 0) return <Nothing title={t('source.noFixtures')} />;
  const failing = fixtures.filter(({ passes }) => !passes);
  const good = fixtures.length - failing.length;
  return (
    <>
      {good > 0 && <Text size="sm">{t('source.fixturesGood', { count: good })}</Text>}
      {failing.length > 0 && (
        <>
          <Text size="sm" c="var(--mantine-color-error)" mb="xs">
            {t('source.fixturesBad', { count: failing.length })}
          </Text>
          <DataTable
            label={t('source.fixtures')}
            columns={[
              { head: t('source.fixture') },
              { head: t('source.field') },
              { head: t('source.expected') },
              { head: t('source.read') },
            ]}
            minWidth={720}
          >
            {failing.flatMap(({ name, differences }) =>
              differences.map(({ field, expected, read }) => (
                <Table.Tr key={`${name} ${field}`}>
                  <Table.Td>{name}</Table.Td>
                  <Table.Td>{field}</Table.Td>
                  <Table.Td className="long">{shown(expected)}</Table.Td>
                  <Table.Td className="long">{shown(read)}</Table.Td>
                </Table.Tr>
              )),
            )}
          </DataTable>
        </>
      )}
    </>
  );
}

const shown = (value: unknown): string => (value === null || value === undefined ? '–' : JSON.stringify(value));
