/** The URL's parameters are plain words, `?source=qsp&after=…`, not JSON; each route reads those it knows. */
import type { EventsSearch, GamesSearch } from './queries.ts';

export type Raw = Record<string, unknown>;

export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(search: Raw): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  const text = query.toString();
  return text ? `?${text}` : '';
}

function word(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** `page` only counts for the reader; where a page begins is what `after` says. */
export type GamesView = GamesSearch & { page?: number | undefined };

export function readGamesView(raw: Raw): GamesView {
  const page = Number(raw.page);
  return {
    search: word(raw.search),
    source: word(raw.source),
    after: word(raw.after),
    page: word(raw.after) && Number.isInteger(page) && page > 1 ? page : undefined,
  };
}

/** `open`: ids of the events whose payload is unfolded, with commas between. */
export type EventsView = EventsSearch & { open?: string | undefined };

export function readEventsView(raw: Raw): EventsView {
  return {
    type: word(raw.type),
    source: word(raw.source),
    game: word(raw.game),
    run: word(raw.run),
    before: word(raw.before),
    open: word(raw.open),
  };
}

export type PageView = { page: string };

export function readPageView(raw: Raw): PageView {
  return { page: word(raw.page) ?? '' };
}

export type PersonView = { person: string };

export function readPersonView(raw: Raw): PersonView {
  return { person: word(raw.person) ?? '' };
}

export type ReviewsView = { review?: string | undefined };

export function readReviewsView(raw: Raw): ReviewsView {
  return { review: word(raw.review) };
}

/** `text`: the language of the description that is shown. */
export type GameView = { text?: string | undefined };

export function readGameView(raw: Raw): GameView {
  return { text: word(raw.text) };
}
