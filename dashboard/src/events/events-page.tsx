/** The log, newest first, as it is written; filters and unfolded payloads stand in the address. */
import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { EventsPage as Events } from '../../../src/api/contract.ts';
import { LiveIndicator } from '../frame/live-indicator.tsx';
import { Loaded, Waiting } from '../parts/loaded.tsx';
import { Nothing, Page, Section } from '../parts/page.tsx';
import { DataTable } from '../parts/table.tsx';
import { eventsPerPage, eventsQuery } from '../queries.ts';
import { useTexts } from '../texts.ts';
import { EventRows } from './event-rows.tsx';
import { EventsFilter } from './events-filter.tsx';

const route = getRouteApi('/events');

export function EventsPage() {
  const { t } = useTexts();
  const { open: _open, ...search } = route.useSearch();
  const query = useQuery(eventsQuery(search));
  const types = [...new Set(query.data?.events.map(({ type }) => type))].toSorted();
  return (
    <Page title={t('nav.events')}>
      <EventsFilter types={types} />
      <Loaded query={query} waiting={<Waiting rows={14} />}>
        {(events) => (
          <Section title={t(search.before === undefined ? 'events.newest' : 'events.older')} aside={<LiveIndicator />}>
            {events.events.length === 0 ? <Nothing title={t('events.none')} /> : <Feed events={events} />}
            <Pager next={events.next} />
          </Section>
        )}
      </Loaded>
    </Page>
  );
}

function Feed({ events: { events } }: { events: Events }) {
  const { t } = useTexts();
  const columns = [
    { head: t('event.unfold'), hidden: true },
    { head: t('event.time') },
    { head: t('event.type') },
    { head: t('event.subject') },
    { head: t('event.actor') },
    { head: t('event.run') },
  ];
  return (
    <DataTable label={t('nav.events')} columns={columns} minWidth={760}>
      {events.map((event) => (
        <EventRows key={event.eventId} event={event} />
      ))}
    </DataTable>
  );
}

function Pager({ next }: { next: string | null }) {
  const { t } = useTexts();
  const { before } = route.useSearch();
  const navigate = route.useNavigate();
  const go = (to: string | undefined) =>
    void navigate({ search: (view) => ({ ...view, before: to, open: undefined }) });
  return (
    <Group justify="space-between" mt="md">
      {before === undefined ? (
        <Text size="sm" c="dimmed">
          {t('events.forever')}
        </Text>
      ) : (
        <Button variant="default" onClick={() => go(undefined)}>
          {t('events.toNewest')}
        </Button>
      )}
      {next !== null && (
        <Button variant="default" onClick={() => go(next)}>
          {t('events.next', { count: eventsPerPage })}
        </Button>
      )}
    </Group>
  );
}
