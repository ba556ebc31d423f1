/** One game as the catalogue has it: every value with who said it, the readings beside it, and how it came about. */
import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { Game } from '../../../src/api/contract.ts';
import { Ago } from '../parts/ago.tsx';
import { Go } from '../parts/link.tsx';
import { Loaded, Waiting } from '../parts/loaded.tsx';
import { Page, Section } from '../parts/page.tsx';
import { State } from '../parts/state.tsx';
import { gameQuery } from '../queries.ts';
import { useTexts } from '../texts.ts';
import { Arrange } from './arrange.tsx';
import { Arrangements } from './arrangements.tsx';
import { Descriptions } from './descriptions.tsx';
import { Fields } from './fields.tsx';
import { History } from './history.tsx';
import { Records } from './records.tsx';

const route = getRouteApi('/games/$gameId');

export function GamePage() {
  const { t } = useTexts();
  const { gameId } = route.useParams();
  const query = useQuery(gameQuery(gameId));
  return (
    <Page title={query.data?.title ?? t('game.page')} above={<Go to="/games">{t('nav.games')}</Go>}>
      <Loaded query={query} waiting={<Waiting rows={10} height={48} />}>
        {(game) => <GameParts game={game} />}
      </Loaded>
    </Page>
  );
}

function GameParts({ game }: { game: Game }) {
  const { t, format } = useTexts();
  const descriptions = game.fields.find(({ field }) => field === 'descriptions');
  const others = game.fields.filter(({ field, values }) => field !== 'descriptions' && values.length > 0);
  return (
    <Stack gap="lg">
      <Group gap="md">
        {game.needsHumanReview && (
          <Go to="/reviews">
            <State tone="warn">{t('game.needsReview')}</State>
          </Go>
        )}
        <Text size="sm" c="dimmed">
          {t('game.version', { version: game.version })} · {t('game.updated')} <Ago at={game.updatedAt} /> ·{' '}
          {t('game.created')} <Ago at={game.createdAt} /> ·{' '}
          {t('game.quality', { score: format.number(game.qualityScore) })}
        </Text>
        <Go to="/events" search={{ game: game.gameId }} size="sm">
          {t('game.itsEvents')}
        </Go>
      </Group>
      <Section title={t('game.values')}>
        <Fields fields={others} />
      </Section>
      {descriptions && descriptions.values.length > 0 && (
        <Section title={t('game.descriptions', { count: descriptions.values.length })}>
          <Descriptions values={descriptions.values} />
        </Section>
      )}
      {game.people.length > 0 && (
        <Section title={t('game.people')}>
          <ul>
            {game.people.map(({ url, personId }) => (
              <li key={url}>
                <Go to="/people" search={{ person: personId }}>
                  {personId}
                </Go>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('game.records', { count: game.records.length })}>
        <Records records={game.records} />
      </Section>
      <Section title={t('arrange.title')}>
        <Arrange game={game} />
        <Arrangements gameId={game.gameId} />
      </Section>
      <Section title={t('game.history')}>
        <History changes={game.history} />
      </Section>
    </Stack>
  );
}
