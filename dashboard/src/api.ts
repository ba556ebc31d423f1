/** The only way to the server. Answers have the types of the contract; what goes wrong has a sentence. */
import type {
  EventsPage,
  Game,
  GamesPage,
  Judgement,
  Overview,
  Reviews,
  Run,
  Session,
  StartImport,
} from '../../src/api/contract.ts';
import type { Arranged, Arrangements, StartArrangement } from '../../src/api/contract-arrangements.ts';
import type { Judged, Judgements, ReviewDetail } from '../../src/api/contract-judging.ts';
import type { MatchQuality } from '../../src/api/contract-match.ts';
import type { RuleBook, Rules, RulesPreview, SetRules } from '../../src/api/contract-rules.ts';
import type { FixtureState, PageReading, Person, SourceDetail, SourceRow } from '../../src/api/contract-sources.ts';

/** The server said no; `message` is its own sentence. `status` 0: no answer came at all. */
export class RequestFailed extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.name = 'RequestFailed';
    this.status = status;
  }
}

type Search = Record<string, string | number | undefined>;

export const api = {
  session: (signal: AbortSignal) => get<Session>('/api/session', {}, signal),
  overview: (signal: AbortSignal) => get<Overview>('/api/overview', {}, signal),
  run: (runId: string, signal: AbortSignal) => get<Run>(`/api/runs/${encodeURIComponent(runId)}`, {}, signal),
  startImport: (order: StartImport) => post<{ runId: string }>('/api/runs', order),
  sources: (signal: AbortSignal) => get<{ sources: SourceRow[] }>('/api/sources', {}, signal),
  source: (name: string, signal: AbortSignal) =>
    get<SourceDetail>(`/api/sources/${encodeURIComponent(name)}`, {}, signal),
  pause: (name: string, reason: string) =>
    post<SourceRow>(`/api/sources/${encodeURIComponent(name)}/pause`, { reason }),
  resume: (name: string) => post<SourceRow>(`/api/sources/${encodeURIComponent(name)}/resume`, {}),
  release: (name: string, reason: string) =>
    post<SourceRow>(`/api/sources/${encodeURIComponent(name)}/release`, { reason }),
  fixtures: (name: string, signal: AbortSignal) =>
    get<{ fixtures: FixtureState[] }>(`/api/sources/${encodeURIComponent(name)}/fixtures`, {}, signal),
  page: (page: string, signal: AbortSignal) => get<PageReading>('/api/pages', { page }, signal),
  person: (person: string, signal: AbortSignal) => get<Person>('/api/person', { person }, signal),
  games: (search: Search, signal: AbortSignal) => get<GamesPage>('/api/games', search, signal),
  game: (gameId: string, signal: AbortSignal) => get<Game>(`/api/games/${encodeURIComponent(gameId)}`, {}, signal),
  events: (search: Search, signal: AbortSignal) => get<EventsPage>('/api/events', search, signal),
  rules: (signal: AbortSignal) => get<Rules>('/api/rules', {}, signal),
  shippedRules: () => get<RuleBook>('/api/rules/shipped', {}),
  setRules: (change: SetRules) => put<Rules>('/api/rules', change),
  previewRules: (book: RuleBook) => post<RulesPreview>('/api/rules/preview', { book }),
  reviews: (signal: AbortSignal) => get<Reviews>('/api/reviews', {}, signal),
  judge: (reviewId: string, judgement: Judgement) =>
    post<Judged>(`/api/reviews/${encodeURIComponent(reviewId)}/judgement`, judgement),
  review: (reviewId: string, signal: AbortSignal) =>
    get<ReviewDetail>(`/api/reviews/${encodeURIComponent(reviewId)}`, {}, signal),
  judgeAlike: (word: Judgements) => post<Arranged>('/api/reviews/judgements', word),
  arrange: (order: StartArrangement) => post<Arranged>('/api/arrangements', order),
  arrangements: (search: Search, signal: AbortSignal) => get<Arrangements>('/api/arrangements', search, signal),
  undoArrangement: (id: string, order: { reason?: string; preview?: boolean }) =>
    post<Arranged>(`/api/arrangements/${encodeURIComponent(id)}/undo`, order),
  matchQuality: (signal: AbortSignal) => get<MatchQuality>('/api/match/quality', {}, signal),
  useModel: (version: number, reason: string) => post<MatchQuality>(`/api/match/models/${version}/use`, { reason }),
};

function get<Answer>(path: string, search: Search, signal?: AbortSignal): Promise<Answer> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) if (value !== undefined) query.set(name, String(value));
  const text = query.toString();
  return ask<Answer>(text ? `${path}?${text}` : path, signal ? { signal } : {});
}

const post = <Answer>(path: string, body: unknown) => send<Answer>('POST', path, body);
const put = <Answer>(path: string, body: unknown) => send<Answer>('PUT', path, body);

function send<Answer>(method: string, path: string, body: unknown): Promise<Answer> {
  return ask<Answer>(path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function ask<Answer>(path: string, init: RequestInit): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(path, {
      ...init,
      credentials: 'same-origin',
      headers: { accept: 'application/json', ...init.headers },
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new RequestFailed(0, '');
  }
  if (response.status === 401) return await signIn();
  if (!response.ok) throw new RequestFailed(response.status, await problemOf(response));
  return (await response.json()) as Answer;
}

/** The page is about to be left; an answer now would only flash an error. */
function signIn(): Promise<never> {
  const next = `${location.pathname}${location.search}`;
  location.assign(`/sign-in?next=${encodeURIComponent(next)}`);
  return new Promise<never>(() => {});
}

async function problemOf(response: Response): Promise<string> {
  const fallback = `${response.status} ${response.statusText}`.trim();
  if (!response.headers.get('content-type')?.includes('json')) return fallback;
  const problem = (await response.json().catch(() => null)) as { detail?: unknown; title?: unknown } | null;
  if (typeof problem?.detail === 'string') return problem.detail;
  return typeof problem?.title === 'string' ? problem.title : fallback;
}
