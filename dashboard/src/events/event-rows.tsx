/** One event: a line, and its payload below when unfolded. Type, game and run lead to their like. */
import { ActionIcon, Code, Table, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import type { EventRow } from '../../../src/api/contract.ts';
import { Ago } from '../parts/ago.tsx';
import { Icon } from '../parts/icon.tsx';
import { Go, Out } from '../parts/link.tsx';
import { useTexts } from '../texts.ts';
import { titleOf } from './title-of.ts';

const route = getRouteApi('/events');

export function EventRows({ event }: { event: EventRow }) {
  const { t } = useTexts();
  const navigate = route.useNavigate();
  const opened = route.useSearch().open?.split(',') ?? [];
  const isOpen = opened.includes(event.eventId);
  const toggle = () => {
    const ids = isOpen ? opened.filter((id) => id !== event.eventId) : [...opened, event.eventId];
    void navigate({
      search: (view) => ({ ...view, open: ids.join(',') || undefined }),
      replace: true,
      resetScroll: false,
    });
  };
  const payloadId = `payload-${event.eventId}`;
  return (
    <>
      <Table.Tr>
        <Table.Td w={36}>
          <ActionIcon
            variant="subtle"
            color="gray"
            c="inherit"
            size="sm"
            onClick={toggle}
            aria-expanded={isOpen}
            aria-controls={isOpen ? payloadId : undefined}
            aria-label={t('event.unfoldOne', { type: event.type, position: event.position })}
          >
            <Icon name={isOpen ? 'down' : 'right'} />
          </ActionIcon>
        </Table.Td>
        <Table.Td>
          <Ago at={event.at} />
        </Table.Td>
        <Table.Td>
          <Go to="/events" search={(view) => ({ ...view, type: event.type, before: undefined })} inherit fw={600}>
            {event.type}
          </Go>
        </Table.Td>
        <Table.Td>
          <Subject event={event} />
        </Table.Td>
        <Table.Td>{event.actor}</Table.Td>
        <Table.Td>
          {event.correlationId !== null && (
            <Go to="/events" search={{ run: event.correlationId }} inherit title={event.correlationId}>
              {event.correlationId.slice(0, 8)}
            </Go>
          )}
        </Table.Td>
      </Table.Tr>
      {isOpen && (
        <Table.Tr id={payloadId}>
          <Table.Td colSpan={6}>
            <Text size="xs" c="dimmed" mb={4}>
              {t('event.place', { position: event.position, stream: event.stream, version: String(event.version) })}
            </Text>
            <Code block className="payload" tabIndex={0}>
              {JSON.stringify(event.payload, null, 2)}
            </Code>
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}

/** What an event is about: its game by title, its page, or else the stream it belongs to. */
function Subject({ event }: { event: EventRow }) {
  const { t } = useTexts();
  const title = titleOf(event.payload);
  if (event.gameId === null && event.sourceUrl === null) return title ?? event.stream;
  return (
    <>
      {event.gameId !== null ? (
        <Go to="/games/$gameId" params={{ gameId: event.gameId }} inherit underline="always">
          {title ?? t('event.game')}
        </Go>
      ) : (
        title
      )}
      {event.sourceUrl !== null && (
        <>
          {(event.gameId !== null || title !== null) && ' · '}
          <Out url={event.sourceUrl} />
        </>
      )}
    </>
  );
}
