/** What the pages ask for, and which topics of /api/live make each answer out of date. */
import { keepPreviousData, QueryClient, queryOptions } from '@tanstack/react-query';
import type { Changed } from '../../src/api/contract.ts';
import { api, RequestFailed } from './api.ts';

export type Topic = Changed['topics'][number];

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: { topics: readonly Topic[] };
  }
}

export const gamesPerPage = 50;
export const eventsPerPage = 100;

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => api.session(signal),
  staleTime: 5 * 60_000,
});

export const overviewQuery = queryOptions({
  queryKey: ['overview'],
  queryFn: ({ signal }) => api.overview(signal),
  meta: { topics: ['runs', 'games', 'sources', 'reviews', 'events'] },
});

export const runQuery = (runId: string) =>
  queryOptions({
    queryKey: ['run', runId],
    queryFn: ({ signal }) => api.run(runId, signal),
    meta: { topics: ['runs'] },
  });

export const sourcesQuery = queryOptions({
  queryKey: ['sources'],
  queryFn: ({ signal }) => api.sources(signal),
  meta: { topics: ['sources', 'runs'] },
});

export const sourceQuery = (name: string) =>
  queryOptions({
    queryKey: ['source', name],
    queryFn: ({ signal }) => api.source(name, signal),
    meta: { topics: ['sources', 'runs'] },
  });

export const fixturesQuery = (name: string) =>
  queryOptions({ queryKey: ['fixtures', name], queryFn: ({ signal }) => api.fixtures(name, signal) });

export const pageQuery = (page: string) =>
  queryOptions({
    queryKey: ['page', page],
    queryFn: ({ signal }) => api.page(page, signal),
    meta: { topics: ['sources', 'runs'] },
  });

export const personQuery = (person: string) =>
  queryOptions({
    queryKey: ['person', person],
    queryFn: ({ signal }) => api.person(person, signal),
    meta: { topics: ['games'] },
  });

export type GamesSearch = { search?: string | undefined; source?: string | undefined; after?: string | undefined };

export const gamesQuery = (search: GamesSearch) =>
  queryOptions({
    queryKey: ['games', search],
    queryFn: ({ signal }) => api.games({ ...search, limit: gamesPerPage }, signal),
    meta: { topics: ['games'] },
    placeholderData: keepPreviousData,
  });

export const gameQuery = (gameId: string) =>
  queryOptions({
    queryKey: ['game', gameId],
    queryFn: ({ signal }) => api.game(gameId, signal),
    meta: { topics: ['games'] },
  });

export type EventsSearch = {
  type?: string | undefined;
  source?: string | undefined;
  game?: string | undefined;
  run?: string | undefined;
  before?: string | undefined;
};

export const eventsQuery = (search: EventsSearch) =>
  queryOptions({
    queryKey: ['events', search],
    queryFn: ({ signal }) => api.events({ ...search, limit: eventsPerPage }, signal),
    // Facts are never edited: an older page of the log stays as it is.
    meta: { topics: search.before === undefined ? ['events'] : [] },
    placeholderData: keepPreviousData,
  });

export const reviewsQuery = queryOptions({
  queryKey: ['reviews'],
  queryFn: ({ signal }) => api.reviews(signal),
  meta: { topics: ['reviews'] },
});

export const reviewQuery = (reviewId: string) =>
  queryOptions({
    queryKey: ['review', reviewId],
    queryFn: ({ signal }) => api.review(reviewId, signal),
    // What is prefetched is shown as it is: a question does not change, and a closed one leaves the list.
    staleTime: 60_000,
  });

export const arrangementsQuery = (game: string) =>
  queryOptions({
    queryKey: ['arrangements', game],
    queryFn: ({ signal }) => api.arrangements({ game }, signal),
    meta: { topics: ['games'] },
  });

export const matchQualityQuery = queryOptions({
  queryKey: ['matchQuality'],
  queryFn: ({ signal }) => api.matchQuality(signal),
  refetchInterval: ({ state }) => (state.data?.recomparing ? 3000 : false),
  meta: { topics: ['reviews'] },
});

export const rulesQuery = queryOptions({
  queryKey: ['rules'],
  queryFn: ({ signal }) => api.rules(signal),
  // A redraft after which no game is another tells nobody that it has ended.
  refetchInterval: ({ state }) => (state.data?.redrafting ? 2000 : false),
  meta: { topics: ['games'] },
});

/** After an act of this person: what is shown of the server is asked for again, but not what was tried out for the act. */
export const refreshShown = (client: QueryClient): Promise<void> =>
  client.invalidateQueries({ predicate: ({ meta }) => (meta?.topics.length ?? 0) > 0 });

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // The server may well be this machine: the browser's idea of being offline says nothing about it.
      networkMode: 'always',
      retry: (count, error) => count < 2 && !(error instanceof RequestFailed && error.status >= 400),
    },
    mutations: { networkMode: 'always' },
  },
});
