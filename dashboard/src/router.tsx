/** Every page and its address. The URL holds the whole view: filters, place in a list, what is unfolded. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { NoSuchPage, PageFailed } from './frame/no-page.tsx';
import { Shell } from './frame/shell.tsx';
import { OverviewPage } from './overview/overview-page.tsx';
import {
  parseSearch,
  readEventsView,
  readGamesView,
  readGameView,
  readPageView,
  readPersonView,
  readReviewsView,
  stringifySearch,
} from './search-params.ts';

const root = createRootRoute({ component: Shell, notFoundComponent: NoSuchPage, errorComponent: PageFailed });
const at = { getParentRoute: () => root };

const overview = createRoute({ ...at, path: '/', component: OverviewPage });
const run = createRoute({
  ...at,
  path: '/runs/$runId',
  component: lazyRouteComponent(() => import('./runs/run-page.tsx'), 'RunPage'),
});
const sources = createRoute({
  ...at,
  path: '/sources',
  component: lazyRouteComponent(() => import('./sources/sources-page.tsx'), 'SourcesPage'),
});
const source = createRoute({
  ...at,
  path: '/sources/$name',
  component: lazyRouteComponent(() => import('./sources/source-page.tsx'), 'SourcePage'),
});
const page = createRoute({
  ...at,
  path: '/pages',
  validateSearch: readPageView,
  component: lazyRouteComponent(() => import('./sources/raw-page.tsx'), 'RawPage'),
});
const person = createRoute({
  ...at,
  path: '/people',
  validateSearch: readPersonView,
  component: lazyRouteComponent(() => import('./games/person-page.tsx'), 'PersonPage'),
});
const games = createRoute({
  ...at,
  path: '/games',
  validateSearch: readGamesView,
  component: lazyRouteComponent(() => import('./games/games-page.tsx'), 'GamesPage'),
});
const game = createRoute({
  ...at,
  path: '/games/$gameId',
  validateSearch: readGameView,
  component: lazyRouteComponent(() => import('./games/game-page.tsx'), 'GamePage'),
});
const reviews = createRoute({
  ...at,
  path: '/reviews',
  validateSearch: readReviewsView,
  component: lazyRouteComponent(() => import('./reviews/reviews-page.tsx'), 'ReviewsPage'),
});
const matching = createRoute({
  ...at,
  path: '/matching',
  component: lazyRouteComponent(() => import('./match/quality-page.tsx'), 'QualityPage'),
});
const rules = createRoute({
  ...at,
  path: '/rules',
  component: lazyRouteComponent(() => import('./rules/rules-page.tsx'), 'RulesPage'),
});
const events = createRoute({
  ...at,
  path: '/events',
  validateSearch: readEventsView,
  component: lazyRouteComponent(() => import('./events/events-page.tsx'), 'EventsPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    overview,
    run,
    sources,
    source,
    page,
    person,
    games,
    game,
    reviews,
    matching,
    rules,
    events,
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
  parseSearch,
  stringifySearch,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
  interface HistoryState {
    /** Where the pages before this one began; the first began at ''. */
    trail?: string[];
    focusSearch?: boolean;
  }
}
