/** One source: its numbers, its ill pages with the reason of each, and what its pages hold that nobody reads. */
import { Button, Group, SimpleGrid, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { SourceDetail } from '../../../src/api/contract-sources.ts';
import { AgoOrNever } from '../parts/ago.tsx';
import { Go, Out } from '../parts/link.tsx';
import { Loaded, Waiting } from '../parts/loaded.tsx';
import { Nothing, Page, Section } from '../parts/page.tsx';
import { DataTable, NumberCell } from '../parts/table.tsx';
import { sourceQuery } from '../queries.ts';
import { useStartImport } from '../runs/start-import.ts';
import { useTexts } from '../texts.ts';
import { Drift } from './drift.tsx';
import { FieldCoverage } from './field-coverage.tsx';
import { Fixtures } from './fixtures.tsx';
import { IllPages } from './ill-pages.tsx';
import { SourceActions } from './source-actions.tsx';
import { SourceState } from './source-state.tsx';

const route = getRouteApi('/sources/$name');

export function SourcePage() {
  const { t } = useTexts();
  const { name } = route.useParams();
  const query = useQuery(sourceQuery(name));
  return (
    <Page
      title={query.data?.title ?? name}
      above={<Go to="/sources">{t('nav.sources')}</Go>}
      actions={query.data && <SourceActions source={query.data} />}
    >
      <Loaded query={query} waiting={<Waiting rows={8} />}>
        {(source) => <SourceParts source={source} />}
      </Loaded>
    </Page>
  );
}

function SourceParts({ source }: { source: SourceDetail }) {
  const { t, format } = useTexts();
  return (
    <Stack gap="lg">
      <Drift source={source} />
      <Health source={source} />
      <Section
        title={t('source.illPages', { count: source.illPages.length })}
        aside={<ReadAgain urls={source.illPages.map(({ url }) => url)} />}
      >
        <div id="ill">
          {source.illPages.length === 0 ? (
            <Nothing title={t('source.noneIll')} />
          ) : (
            <IllPages pages={source.illPages} />
          )}
        </div>
      </Section>
      <Section title={t('source.fields')}>
        <FieldCoverage coverage={source.coverage} />
      </Section>
      <Section title={t('source.fixtures')}>
        <Fixtures name={source.name} />
      </Section>
      <Section title={t('source.unread')}>
        <Text size="sm" c="dimmed" mb="xs">
          {t('source.unreadHint')}
        </Text>
        {source.unread.length === 0 ? (
          <Nothing title={t('source.noneUnread')} />
        ) : (
          <DataTable
            label={t('source.unread')}
            columns={[{ head: t('source.unreadWhat') }, { head: t('source.unreadCount'), number: true }]}
          >
            {source.unread.map(({ what, count }) => (
              <Table.Tr key={what}>
                <Table.Td>{what}</Table.Td>
                <NumberCell>{format.number(count)}</NumberCell>
              </Table.Tr>
            ))}
          </DataTable>
        )}
      </Section>
    </Stack>
  );
}

function Health({ source }: { source: SourceDetail }) {
  const { t, format } = useTexts();
  const numbers = [
    [t('source.pages'), source.pages],
    [t('source.records'), source.records],
    [t('source.broken'), source.broken],
    [t('source.failing'), source.failing],
    [t('source.waiting'), source.waiting],
    [t('source.rank'), source.rank],
  ] as const;
  return (
    <Section title={t('source.health')} aside={<Out url={source.homepage} />}>
      <SourceState source={source} />
      <SimpleGrid cols={{ base: 2, xs: 3, md: 6 }} my="sm">
        {numbers.map(([label, value]) => (
          <div key={label}>
            <Text size="sm" c="dimmed">
              {label}
            </Text>
            <Text fw={700} fz="xl">
              {format.number(value)}
            </Text>
          </div>
        ))}
      </SimpleGrid>
      <Text size="sm">
        {t('source.lastSuccess')}: <AgoOrNever at={source.lastSuccess} /> · {t('source.lastFailure')}:{' '}
        <AgoOrNever at={source.lastFailure} />
      </Text>
      <Text size="sm" c="dimmed">
        {source.provenBy === null ? t('source.unproven') : t('source.provenBy', { pages: source.provenBy })}
        {source.terms !== null && ` ${t('source.terms', { terms: source.terms })}`}
      </Text>
      <Group gap="md" mt="sm">
        <Go to="/games" search={{ source: source.name }} size="sm">
          {t('source.itsGames')}
        </Go>
        <Go to="/events" search={{ source: source.name }} size="sm">
          {t('source.itsEvents')}
        </Go>
      </Group>
    </Section>
  );
}

function ReadAgain({ urls }: { urls: string[] }) {
  const { t } = useTexts();
  const start = useStartImport();
  if (urls.length === 0) return null;
  return (
    <Button size="compact-sm" variant="default" loading={start.isPending} onClick={() => start.mutate({ urls })}>
      {t('source.readAgain', { count: urls.length })}
    </Button>
  );
}
