/** One page of a source: as the site sent it, in a frame where nothing of it can run, beside what was read in it. */
import { Code, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { PageReading } from '../../../src/api/contract-sources.ts';
import { Go, Out } from '../parts/link.tsx';
import { Loaded, Waiting } from '../parts/loaded.tsx';
import { Nothing, Page, Section } from '../parts/page.tsx';
import { pageTones, State } from '../parts/state.tsx';
import { pageQuery } from '../queries.ts';
import { useTexts } from '../texts.ts';

const route = getRouteApi('/pages');

export function RawPage() {
  const { t } = useTexts();
  const { page } = route.useSearch();
  const query = useQuery(pageQuery(page));
  const source = page.split('|')[0] ?? '';
  return (
    <Page
      title={page || t('page.url')}
      above={
        <Go to="/sources/$name" params={{ name: source }}>
          {source}
        </Go>
      }
    >
      <Loaded query={query} waiting={<Waiting rows={8} />}>
        {(reading) => <Both page={reading} />}
      </Loaded>
    </Page>
  );
}

function Both({ page }: { page: PageReading }) {
  const { t, name } = useTexts();
  return (
    <Stack gap="lg">
      <div>
        <Group gap="sm">
          <State tone={pageTones[page.state]}>{name('pageState', page.state)}</State>
          <Out url={page.url} />
        </Group>
        {page.reason && (
          <Text mt="xs" className="long">
            {page.reason}
          </Text>
        )}
      </div>
      <SimpleGrid cols={{ base: 1, lg: 2 }}>
        <Section title={t('page.raw')}>
          {page.bytes === null ? (
            <Nothing title={t('page.nothingKept')} />
          ) : (
            <>
              <Text size="sm" c="dimmed" mb="xs">
                {t('page.rawHint')}
              </Text>
              {/* No permission at all: neither scripts, forms, links nor our origin. */}
              <iframe
                title={t('page.raw')}
                sandbox=""
                referrerPolicy="no-referrer"
                src={`/api/pages/raw?page=${encodeURIComponent(page.pageId)}`}
                style={{
                  width: '100%',
                  height: '32rem',
                  border: '1px solid var(--mantine-color-default-border)',
                  background: '#fff',
                }}
              />
            </>
          )}
        </Section>
        <Section title={t('page.reading')}>
          <Read page={page} />
        </Section>
      </SimpleGrid>
    </Stack>
  );
}

function Read({ page: { records, held, person, unread } }: { page: PageReading }) {
  const { t } = useTexts();
  const read = [...records, ...(person ? [person] : [])];
  return (
    <Stack gap="sm">
      {read.length === 0 && <Nothing title={t('page.nothingRead')} />}
      {read.map((record) => (
        <RecordText key={String(record.key)} record={record} />
      ))}
      {held.map((record) => (
        <div key={String(record.key)}>
          <Text fw={600} size="sm">
            {t('page.held')}
          </Text>
          <RecordText record={record} />
        </div>
      ))}
      {unread.length > 0 && (
        <div>
          <Text fw={600} size="sm">
            {t('page.unread')}
          </Text>
          <ul>
            {unread.map((what) => (
              <li key={what}>{what}</li>
            ))}
          </ul>
        </div>
      )}
    </Stack>
  );
}

/** Long lines scroll, so the keyboard must get there. */
function RecordText({ record }: { record: object }) {
  const { t } = useTexts();
  return (
    <Code block tabIndex={0} role="group" aria-label={t('page.reading')}>
      {JSON.stringify(record, null, 2)}
    </Code>
  );
}
