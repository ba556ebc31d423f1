/**
 * The lists of games that INSTEAD launchers read: `<game_list><game><name/><title/><version/><url/><size/><lang/><descurl/>`.
 * A game stands there once for each language it speaks; here its rows become one record.
 */
import type { AlternativeTitle, GameRecord, GameUrl, Tag } from '../../domain/record.ts';
import type { Extraction, Page } from '../../domain/source.ts';
import type { Account } from './account.ts';
import { atMost, countUnread } from './count-unread.ts';
import { joinEditions, type ListRow } from './instead-editions.ts';
import { languageTag } from './languages.ts';
import { leaveOutEmpty } from './leave-out-empty.ts';
import { cut, label, line } from './text.ts';
import { uniqueLinks } from './url-category.ts';
import { webLink } from './web-link.ts';
import { readXmlList } from './xml.ts';

export type ListOrigin = { source: string; attribution: string };

/** Reads a whole list. Rows without a name or a title are told as unread; a list without any game is broken. */
export function readInsteadList({ url, text }: Page, origin: ListOrigin): Extraction {
  const advice = 'open it in a browser: the site may be down or have changed its format';
  const reading = readXmlList(text, 'game_list', 'game');
  if (reading.kind === 'broken') return { kind: 'broken', reason: `The list ${url} ${reading.reason}: ${advice}.` };
  const rows: ListRow[] = [];
  const fields: string[] = [];
  const troubles: string[] = [];
  const languages = new Map<string, string | null>();
  for (const [index, game] of reading.items.entries()) {
    const row = readRow(game, url, languages);
    if (typeof row === 'string') {
      troubles.push(`game ${index + 1}: ${row}`);
      continue;
    }
    rows.push(row);
    fields.push(...game.unread());
    const written = line(game.text('lang') ?? '', 20);
    if (written && row.language === null) troubles.push(`game ${index + 1}: ${written} is no language we know`);
  }
  if (rows.length === 0) {
    return { kind: 'broken', reason: `The list ${url} names no game (${troubles[0] ?? 'it is empty'}): ${advice}.` };
  }
  const records = [...joinEditions(rows)].map(([key, editions]) => asRecord(key, editions, url, origin));
  const beside = reading.unread().filter((path) => !path.startsWith('game_list.game[].'));
  return { kind: 'records', records, unread: [...countUnread(fields), ...atMost([...beside, ...troubles])] };
}

/** `[URQ] Город`, `[парсер] Руины`: what a game is made with, or how it is played, not what it is called. */
const mark = /^\[(URQ|парсер)\]\s+/i;
/** `Лес [ru|en]`: what it speaks. */
const spoken = /\s*\[([a-z]{2}(?:[|,/] ?[a-z]{2}){0,9})\]$/i;

/** A row, or what it lacks. */
function readRow(game: Account, base: string, known: Map<string, string | null>): ListRow | string {
  game.ignore('size');
  const name = line(game.text('name') ?? '', 100);
  const written = label(game.text('title') ?? '');
  if (name === '') return cut(`it has no name (${written || 'and no title'})`, 80);
  if (written === '') return cut(`${name} has no title`, 80);
  const tagOf = (code: string) => {
    if (!known.has(code)) known.set(code, languageTag(code));
    return known.get(code) ?? null;
  };
  const language = tagOf(game.text('lang') ?? '');
  const others = (spoken.exec(written)?.[1] ?? '').split(/[|,/]/).map(tagOf);
  const title = written.replace(mark, '').replace(spoken, '').trim();
  return {
    name,
    title: title || written,
    mark: mark.exec(written)?.[1]?.toLowerCase() ?? null,
    language,
    languages: [language, ...others].filter((tag) => tag !== null),
    version: line(game.text('version') ?? '', 100),
    pages: linksOf(game, 'descurl', base),
    downloads: linksOf(game, 'url', base),
  };
}

const linksOf = (game: Account, key: string, base: string): string[] =>
  [game.text(key) ?? game.list(key)].flat().flatMap((written) => {
    const url = webLink(String(written), base);
    return url === null || platformSite.test(url) ? [] : [url];
  });

/** Where a game has no page of its own, lists name that of INSTEAD itself. */
const platformSite = /^https?:\/\/(?:www\.)?instead\.(?:syscall|hugeping)\.ru\/?$/;

function asRecord(key: string, rows: ListRow[], listUrl: string, { source, attribution }: ListOrigin): GameRecord {
  const main = rows.find(({ name }) => name === key) ?? rows[0];
  const title = main?.title ?? key;
  const pages = rows.flatMap((row) => row.pages);
  const downloads = rows.flatMap((row) => row.downloads);
  return leaveOutEmpty({
    source,
    url: pages[0] ?? downloads[0] ?? `${listUrl.replace(/#.*$/s, '')}#${encodeURIComponent(key)}`,
    key,
    title,
    alternativeTitles: otherTitles(rows, title),
    tags: readTags(rows),
    urls: uniqueLinks([
      ...pages.map((url): GameUrl => ({ category: 'game_page', url })),
      ...downloads.map((url): GameUrl => ({ category: 'download_direct', url })),
    ]),
    identifiers: [...new Set([key, ...rows.map(({ name }) => name)])].map((value) => ({ scheme: 'instead', value })),
    languages: [...new Set(rows.flatMap((row) => row.languages))],
    attributions: [attribution],
  });
}

function otherTitles(rows: ListRow[], title: string): AlternativeTitle[] {
  const titles = new Map<string, AlternativeTitle>();
  for (const row of rows) {
    if (row.title === title) continue;
    const other = { title: row.title, ...(row.language && { language: row.language }) };
    titles.set(`${row.language} ${row.title}`, other);
  }
  return [...titles.values()];
}

const newest = new Intl.Collator('en', { numeric: true });

/** Of editions that differ in version, the newest counts; the others show in their downloads. */
function readTags(rows: ListRow[]): Tag[] {
  const version = rows
    .map((row) => row.version)
    .filter(Boolean)
    .reduce((best, other) => (best === '' || newest.compare(other, best) > 0 ? other : best), '');
  const marks = new Set(rows.map((row) => row.mark));
  return [
    { category: 'platform', name: 'INSTEAD' },
    ...(marks.has('urq') ? [{ category: 'platform', name: 'URQ' } as const] : []),
    ...(marks.has('парсер') ? [{ category: 'tag', name: 'парсер' } as const] : []),
    ...(version ? [{ category: 'version', name: version } as const] : []),
  ];
}
