/** The one page to look at: what is there, what is running, what is ill and why, what ran lately. */
import { Grid, List, SimpleGrid, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Overview } from '../../../src/api/contract.ts';
import { Go } from '../parts/link.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Nothing, Page, Section } from '../parts/page.tsx';
import { overviewQuery } from '../queries.ts';
import { Failures } from '../runs/failures.tsx';
import { RecentRuns } from '../runs/recent-runs.tsx';
import { RunCard } from '../runs/run-card.tsx';
import { useTexts } from '../texts.ts';
import { Figures } from './figures.tsx';
import { ImportButton } from './import-dialog.tsx';
import { Throughput } from './throughput.tsx';

export function OverviewPage() {
  const { t } = useTexts();
  const query = useQuery(overviewQuery);
  return (
    <Page title={t('nav.overview')} actions={<ImportButton />}>
      <Loaded query={query} waiting={<OverviewWaiting />}>
        {(overview) => (
          <Stack gap="lg">
            <Figures overview={overview} />
            {isEmpty(overview) ? <FirstSteps /> : <OverviewParts overview={overview} />}
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

function isEmpty({ games, records, running, recent }: Overview): boolean {
  return games === 0 && records === 0 && running.length === 0 && recent.length === 0;
}

function OverviewParts({ overview }: { overview: Overview }) {
  const { t } = useTexts();
  return (
    <>
      {overview.running.map((run) => (
        <RunCard key={run.runId} run={run} linked />
      ))}
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <Section title={t('throughput.title')}>
            <Throughput known={overview.throughput} />
          </Section>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <Section title={t('overview.ill')}>
            {overview.sourcesIll.length === 0 ? (
              <Text c="dimmed">{t('overview.noneIll')}</Text>
            ) : (
              <List spacing="xs" listStyleType="none">
                {overview.sourcesIll.map(({ source, why }) => (
                  <List.Item key={source} className="long">
                    <Go to="/sources/$name" params={{ name: source }} fw={600}>
                      {source}
                    </Go>
                    : {why}
                  </List.Item>
                ))}
              </List>
            )}
          </Section>
        </Grid.Col>
      </Grid>
      <Section title={t('failure.title')}>
        {overview.failures.length === 0 ? (
          <Text c="dimmed">{t('failure.none')}</Text>
        ) : (
          <Failures failures={overview.failures} />
        )}
      </Section>
      <Section title={t('overview.recent')}>
        {overview.recent.length === 0 ? (
          <Text c="dimmed">{t('overview.noRuns')}</Text>
        ) : (
          <RecentRuns runs={overview.recent} />
        )}
      </Section>
    </>
  );
}

function FirstSteps() {
  const { t } = useTexts();
  return (
    <Section title={t('first.title')}>
      <Nothing title={t('first.what')} actions={<ImportButton />}>
        {t('first.how')}
      </Nothing>
      <Text ta="center" size="sm">
        <Go to="/sources">{t('first.sources')}</Go>
      </Text>
    </Section>
  );
}

function OverviewWaiting() {
  return (
    <Stack gap="lg">
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
        <Skeleton height={92} />
        <Skeleton height={92} />
        <Skeleton height={92} />
        <Skeleton height={92} />
      </SimpleGrid>
      <Skeleton height={260} />
      <Skeleton height={220} />
    </Stack>
  );
}
