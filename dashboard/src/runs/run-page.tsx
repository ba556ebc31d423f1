/** One run by its address: counts, failures, and the way to its events. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Loaded, Waiting } from '../parts/loaded.tsx';
import { Nothing, Page, Section } from '../parts/page.tsx';
import { runQuery } from '../queries.ts';
import { useTexts } from '../texts.ts';
import { Failures } from './failures.tsx';
import { RunCard } from './run-card.tsx';

const route = getRouteApi('/runs/$runId');

export function RunPage() {
  const { t } = useTexts();
  const { runId } = route.useParams();
  const query = useQuery(runQuery(runId));
  return (
    <Page title={t('run.page')}>
      <Loaded query={query} waiting={<Waiting rows={6} />}>
        {(run) => (
          <>
            <RunCard run={run} />
            <br />
            <Section title={t('failure.title')}>
              {run.failures.length > 0 ? <Failures failures={run.failures} /> : <Nothing title={t('failure.none')} />}
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}
