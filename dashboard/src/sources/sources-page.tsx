/** One line a source: is it well, when did it last succeed, what stands still and why, and what to do about it. */
import { Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { SourceRow } from '../../../src/api/contract-sources.ts';
import { AgoOrNever } from '../parts/ago.tsx';
import { Go } from '../parts/link.tsx';
import { Loaded, Waiting } from '../parts/loaded.tsx';
import { Page, Section } from '../parts/page.tsx';
import { DataTable, NumberCell } from '../parts/table.tsx';
import { sourcesQuery } from '../queries.ts';
import { useTexts } from '../texts.ts';
import { SourceActions } from './source-actions.tsx';
import { healthOf, SourceState, useIllnesses } from './source-state.tsx';

export function SourcesPage() {
  const { t } = useTexts();
  const query = useQuery(sourcesQuery);
  const columns = [
    { head: t('source') },
    { head: t('source.state') },
    { head: t('source.lastSuccess') },
    { head: t('source.pages'), number: true },
    { head: t('source.records'), number: true },
    { head: t('source.broken'), hint: t('source.brokenHint'), number: true },
    { head: t('source.failing'), hint: t('source.failingHint'), number: true },
    { head: t('source.waiting'), hint: t('source.waitingHint'), number: true },
    { head: t('actions'), hidden: true },
  ];
  return (
    <Page title={t('nav.sources')}>
      <Loaded query={query} waiting={<Waiting rows={12} height={44} />}>
        {({ sources }) => (
          <Section title={t('sources.count', { count: sources.length })} aside={<Summary sources={sources} />}>
            <DataTable label={t('nav.sources')} columns={columns} minWidth={960}>
              {sources.map((source) => (
                <SourceLine key={source.name} source={source} />
              ))}
            </DataTable>
          </Section>
        )}
      </Loaded>
    </Page>
  );
}

function Summary({ sources }: { sources: SourceRow[] }) {
  const { t } = useTexts();
  const illnesses = useIllnesses();
  const of = (health: string) => sources.filter((source) => healthOf(source, illnesses) === health).length;
  return (
    <Text size="sm" c="dimmed">
      {t('sources.summary', {
        ready: of('ready'),
        ill: of('ill'),
        held: of('drifting'),
        paused: of('paused'),
        unset: of('unset'),
      })}
    </Text>
  );
}

function SourceLine({ source }: { source: SourceRow }) {
  const { format } = useTexts();
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <Go to="/sources/$name" params={{ name: source.name }} inherit>
          {source.title}
        </Go>
        <Text size="xs" c="dimmed">
          {source.name}
        </Text>
      </Table.Th>
      <Table.Td maw={280} className="long">
        <SourceState source={source} lines={2} />
      </Table.Td>
      <Table.Td>
        <AgoOrNever at={source.lastSuccess} />
      </Table.Td>
      <NumberCell>{format.number(source.pages)}</NumberCell>
      <NumberCell>
        <Go to="/games" search={{ source: source.name }} inherit>
          {format.number(source.records)}
        </Go>
      </NumberCell>
      <IllCell source={source.name} count={source.broken} />
      <IllCell source={source.name} count={source.failing} />
      <NumberCell>{format.number(source.waiting)}</NumberCell>
      <Table.Td>
        <SourceActions source={source} />
      </Table.Td>
    </Table.Tr>
  );
}

/** A number that is not nought leads to its pages. */
function IllCell({ source, count }: { source: string; count: number }) {
  const { format } = useTexts();
  return (
    <NumberCell>
      {count === 0 ? (
        format.number(0)
      ) : (
        <Go to="/sources/$name" params={{ name: source }} hash="ill" c="var(--mantine-color-error)" fw={600} inherit>
          {format.number(count)}
        </Go>
      )}
    </NumberCell>
  );
}
