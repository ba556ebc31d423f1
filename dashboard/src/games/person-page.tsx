/** A person as one source knows them: what they write of themselves, where else they are, and the games that credit them. */
import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { Person } from '../../../src/api/contract-sources.ts';
import { Ago } from '../parts/ago.tsx';
import { Go, Out } from '../parts/link.tsx';
import { Loaded, Waiting } from '../parts/loaded.tsx';
import { SourceText } from '../parts/markdown.tsx';
import { Nothing, Page, Section } from '../parts/page.tsx';
import { personQuery } from '../queries.ts';
import { useTexts } from '../texts.ts';

const route = getRouteApi('/people');

/** The parts of a person's record that are shown; the API passes it on as it stands. */
type Shown = {
  otherNames?: string[];
  biography?: { language: string | null; text: string };
  urls?: { category: string; url: string; description?: string }[];
};

export function PersonPage() {
  const { t } = useTexts();
  const { person } = route.useSearch();
  const query = useQuery(personQuery(person));
  return (
    <Page title={query.data?.name ?? t('person.page')} above={<Go to="/games">{t('nav.games')}</Go>}>
      <Loaded query={query} waiting={<Waiting rows={6} />}>
        {(found) => <Parts person={found} />}
      </Loaded>
    </Page>
  );
}

function Parts({ person }: { person: Person }) {
  const { t, name } = useTexts();
  const { otherNames, biography, urls } = person.person as Shown;
  return (
    <Stack gap="lg">
      <Text size="sm" c="dimmed">
        {otherNames && `${t('person.otherNames', { names: otherNames.join(', ') })} · `}
        {t('person.readFrom')} <Out url={person.url} /> <Ago at={person.readAt} />
      </Text>
      {biography && (
        <Section title={t('person.biography')}>
          <SourceText text={biography.text} language={biography.language} />
        </Section>
      )}
      {urls && urls.length > 0 && (
        <Section title={t('person.links')}>
          <ul>
            {urls.map(({ category, url, description }) => (
              <li key={`${category} ${url}`}>
                {name('personUrl', category)}: <Out url={url}>{description ?? url}</Out>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('person.games')}>
        {person.games.length === 0 ? (
          <Nothing title={t('person.noGames')} />
        ) : (
          <ul>
            {person.games.map(({ gameId, title, roles }) => (
              <li key={gameId}>
                <Go to="/games/$gameId" params={{ gameId }}>
                  {title}
                </Go>{' '}
                ({roles.map((role) => name('role', role)).join(', ')})
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Stack>
  );
}
