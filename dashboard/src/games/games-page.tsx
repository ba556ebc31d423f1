/** All games, fifty at a time by key, so that the hundred-thousandth is as quick as the first. */
import { Button, Group, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouterState } from '@tanstack/react-router';
import type { GameRow, GamesPage as Games } from '../../../src/api/contract.ts';
import { Ago } from '../parts/ago.tsx';
import { Go } from '../parts/link.tsx';
import { Loaded, Waiting } from '../parts/loaded.tsx';
import { Nothing, Page, Section } from '../parts/page.tsx';
import { State } from '../parts/state.tsx';
import { DataTable } from '../parts/table.tsx';
import { gamesPerPage, gamesQuery } from '../queries.ts';
import { SourceBadge } from '../sources/source-name.tsx';
import { useTexts } from '../texts.ts';
import { GamesFilter } from './games-filter.tsx';

const route = getRouteApi('/games');

export function GamesPage() {
  const { t } = useTexts();
  const { search, source, after, page } = route.useSearch();
  const query = useQuery(gamesQuery({ search, source, after }));
  return (
    <Page title={t('nav.games')}>
      <GamesFilter />
      <Loaded query={query} waiting={<Waiting rows={14} height={40} />}>
        {(games) => (
          <Section
            title={t('games.count', { count: games.total })}
            aside={
              page !== undefined && (
                <Text size="sm" c="dimmed">
                  {t('games.page', { page })}
                </Text>
              )
            }
          >
            {games.games.length === 0 ? (
              <Nothing title={t(search || source ? 'games.noneFound' : 'games.none')} />
            ) : (
              <GamesTable games={games.games} />
            )}
            <Pager games={games} />
          </Section>
        )}
      </Loaded>
    </Page>
  );
}

function GamesTable({ games }: { games: GameRow[] }) {
  const { t, format } = useTexts();
  const columns = [
    { head: t('game.title') },
    { head: t('game.authors') },
    { head: t('game.date') },
    { head: t('game.sources') },
    { head: t('game.updated') },
  ];
  return (
    <DataTable label={t('nav.games')} columns={columns} minWidth={720} hover>
      {games.map((game) => (
        <Table.Tr key={game.gameId}>
          <Table.Th scope="row">
            <Go to="/games/$gameId" params={{ gameId: game.gameId }} className="rowLink" inherit>
              {game.title}
            </Go>
            {game.needsHumanReview && (
              <State tone="warn" ml="xs" size="sm">
                {t('game.needsReview')}
              </State>
            )}
          </Table.Th>
          <Table.Td>{game.authors.join(', ')}</Table.Td>
          <Table.Td style={{ whiteSpace: 'nowrap' }}>
            {game.releaseDate === null ? '' : format.edtf(game.releaseDate)}
          </Table.Td>
          <Table.Td>
            <Group gap={4}>
              {game.sources.map((name) => (
                <SourceBadge key={name} source={name} />
              ))}
            </Group>
          </Table.Td>
          <Table.Td>
            <Ago at={game.updatedAt} />
          </Table.Td>
        </Table.Tr>
      ))}
    </DataTable>
  );
}

function Pager({ games }: { games: Games }) {
  const { t } = useTexts();
  const { after, page = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const trail = useRouterState({ select: (state) => state.location.state.trail }) ?? [];
  const move = (to: string | undefined, number: number, begins: string[]) =>
    void navigate({ search: (view) => ({ ...view, after: to || undefined, page: number }), state: { trail: begins } });
  if (after === undefined && games.next === null) return null;
  return (
    <Group justify="space-between" mt="md">
      <Group gap="xs">
        {after !== undefined && trail.length > 0 && (
          <Button variant="default" onClick={() => move(trail.at(-1), page - 1, trail.slice(0, -1))}>
            {t('games.previous', { count: gamesPerPage })}
          </Button>
        )}
        {after !== undefined && trail.length !== 1 && (
          <Button variant="default" onClick={() => move(undefined, 1, [])}>
            {t('games.first')}
          </Button>
        )}
      </Group>
      {games.next !== null && (
        <Button variant="default" onClick={() => move(games.next ?? undefined, page + 1, [...trail, after ?? ''])}>
          {t('games.next', { count: gamesPerPage })}
        </Button>
      )}
    </Group>
  );
}
