/** The frame of every page: header, navigation, the keys that work everywhere, and where the page goes. */
import { AppShell, Burger, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { focusSearch, useKeys } from '../keys.ts';
import { Go } from '../parts/link.tsx';
import { NoticeArea } from '../parts/notice.tsx';
import { useTexts } from '../texts.ts';
import { KeysHelp } from './keys-help.tsx';
import { LiveIndicator } from './live-indicator.tsx';
import { Navigation } from './navigation.tsx';

export function Shell() {
  const { t } = useTexts();
  const navigate = useNavigate();
  const [menuOpen, menu] = useDisclosure(false);
  const [helpOpen, help] = useDisclosure(false);
  const main = useFocusAfterMove(menu.close);
  useKeys({
    'g o': () => void navigate({ to: '/' }),
    'g s': () => void navigate({ to: '/sources' }),
    'g g': () => void navigate({ to: '/games' }),
    'g r': () => void navigate({ to: '/reviews' }),
    'g m': () => void navigate({ to: '/matching' }),
    'g u': () => void navigate({ to: '/rules' }),
    'g e': () => void navigate({ to: '/events' }),
    '/': () => {
      if (!focusSearch()) void navigate({ to: '/games', state: { focusSearch: true } });
    },
    '?': help.open,
  });

  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !menuOpen } }}
      padding={{ base: 'sm', sm: 'lg' }}
      transitionDuration={0}
    >
      {/* biome-ignore lint/a11y/useValidAnchor: it is a place on this page; the router must not take its hash for one of its own */}
      <a
        className="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {t('frame.skip')}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger
              opened={menuOpen}
              onClick={menu.toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={t('frame.menu')}
              aria-expanded={menuOpen}
            />
            <Go to="/" className="brand" c="inherit" underline="never">
              Variorum
            </Go>
          </Group>
          <LiveIndicator />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" aria-label={t('frame.navigation')}>
        <Navigation showKeys={help.open} />
      </AppShell.Navbar>
      <AppShell.Main ref={main} id="main" tabIndex={-1} className="ground">
        <Outlet />
      </AppShell.Main>
      <KeysHelp opened={helpOpen} close={help.close} />
      <NoticeArea />
    </AppShell>
  );
}

/** A new page: the menu of small screens closes, and reading starts at the page instead of at the link left behind. */
function useFocusAfterMove(closeMenu: () => void) {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current !== undefined && path !== shown.current) {
      closeMenu();
      if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
    }
    shown.current = path;
  }, [path, closeMenu]);
  return main;
}
