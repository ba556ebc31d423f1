/** The pages, the person who is signed in, and the switches for light and language. */
import { AppShell, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Icon, type IconName } from '../parts/icon.tsx';
import { GoFromNav } from '../parts/link.tsx';
import { reviewsQuery, sessionQuery } from '../queries.ts';
import { type TextKey, useTexts } from '../texts.ts';
import { LanguageSwitch, SchemeSwitch } from './switches.tsx';

const pages = [
  { to: '/', text: 'nav.overview', icon: 'overview' },
  { to: '/sources', text: 'nav.sources', icon: 'sources' },
  { to: '/games', text: 'nav.games', icon: 'games' },
  { to: '/reviews', text: 'nav.reviews', icon: 'reviews' },
  { to: '/matching', text: 'nav.matching', icon: 'matching' },
  { to: '/rules', text: 'nav.rules', icon: 'rules' },
  { to: '/events', text: 'nav.events', icon: 'events' },
] as const satisfies { to: string; text: TextKey; icon: IconName }[];

export function Navigation({ showKeys }: { showKeys: () => void }) {
  const { t, format } = useTexts();
  const session = useQuery(sessionQuery);
  const open = useQuery(reviewsQuery).data?.open ?? 0;
  return (
    <>
      <AppShell.Section grow>
        {pages.map(({ to, text, icon }) => (
          <GoFromNav
            key={to}
            to={to}
            label={t(text)}
            leftSection={<Icon name={icon} size={18} />}
            activeOptions={{ exact: to === '/', includeSearch: false }}
            activeProps={{ active: true, 'aria-current': 'page' }}
            variant="filled"
            style={{ borderRadius: 'var(--mantine-radius-md)' }}
            rightSection={
              to === '/reviews' && open > 0 ? (
                <Badge variant="default" tt="none" aria-label={t('nav.reviewsOpen', { count: open })}>
                  {format.number(open)}
                </Badge>
              ) : null
            }
          />
        ))}
      </AppShell.Section>
      <AppShell.Section>
        <Stack gap="xs">
          <SchemeSwitch />
          <LanguageSwitch />
          <Button
            variant="subtle"
            color="gray"
            c="inherit"
            size="xs"
            justify="flex-start"
            leftSection={<Icon name="keyboard" />}
            onClick={showKeys}
          >
            {t('keys.title')}
          </Button>
          <Group justify="space-between" wrap="nowrap" gap="xs">
            <Text size="sm" truncate title={session.data?.email}>
              {session.data?.name || session.data?.email || ' '}
            </Text>
            <form method="post" action="/sign-out">
              <Button type="submit" variant="default" size="xs">
                {t('frame.signOut')}
              </Button>
            </form>
          </Group>
        </Stack>
      </AppShell.Section>
    </>
  );
}
