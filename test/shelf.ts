/** A source for tests: pages of JSON on any host named `NAME.test`, a listing at `/list`. It reads what it is given, and no more. */
import type { GameRecord } from '../src/domain/record.ts';
import type { Source } from '../src/domain/source.ts';

/** `moved`: the page only leads there. `many`: it holds these games instead. */
export type ShelfGame = Partial<GameRecord> & { title?: string; moved?: string; many?: ShelfGame[] };

/** Sources whose bug somebody has mended. */
export const mended = new Set<string>();

/** `http://NAME.test/game/KEY` holds one game as JSON, `http://NAME.test/list` an array of keys. */
export function shelf(name: string, rank = 50): Source {
  const prefix = `http://${name}.test/game/`;
  const parse = (text: string): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      return undefined;
    }
  };
  return {
    name,
    title: name,
    homepage: `http://${name}.test/`,
    rank,
    hostDelayMs: 0,
    provenBy: null,
    claims: (url) => url.startsWith(prefix),
    key: (url) => url.slice(prefix.length),
    seeds: () => [{ as: 'listing', url: `http://${name}.test/list` }],
    list({ url, text }) {
      const keys = parse(text);
      if (!Array.isArray(keys) || keys.length === 0) return { kind: 'broken', reason: `${url} names no game.` };
      return { kind: 'listed', pages: keys.map((key) => `${prefix}${key}`), next: [], unread: [] };
    },
    extract({ url, text }) {
      const game = parse(text) as ShelfGame | undefined;
      if (game?.moved) return { kind: 'moved', to: game.moved };
      if (!game?.title) return { kind: 'broken', reason: `${url} has no title.` };
      if (game.title === 'THROW' && !mended.has(name)) throw new Error('a bug in the source');
      const key = url.slice(prefix.length);
      if (game.many) {
        const records = game.many.map((one, number) => ({
          ...one,
          title: one.title ?? '',
          source: name,
          url: `${url}?${number}`,
          key: `${key}/${number}`,
        }));
        return { kind: 'records', records, unread: [] };
      }
      return { kind: 'records', records: [{ ...game, title: game.title, source: name, url, key }], unread: [] };
    },
    people: {
      claims: (url) => url.startsWith(`http://${name}.test/person/`),
      key: (url) => url.split('/person/')[1] ?? url,
      extract({ url, text }) {
        const person = parse(text) as { name?: string; moved?: string; bio?: string } | undefined;
        if (person?.moved) return { kind: 'moved', to: person.moved };
        if (!person?.name) return { kind: 'broken', reason: `${url} names nobody.` };
        const key = url.split('/person/')[1] ?? url;
        const biography = person.bio ? { biography: { language: null, text: person.bio } } : {};
        return { kind: 'person', person: { source: name, url, key, name: person.name, ...biography }, unread: [] };
      },
    },
  };
}

/** The pages of a shelf, as its site serves them. */
export function shelve(pages: Map<string, unknown>, name: string, games: Record<string, ShelfGame>): void {
  pages.set(`${name}.test/list`, JSON.stringify(Object.keys(games)));
  for (const [key, game] of Object.entries(games)) pages.set(`${name}.test/game/${key}`, JSON.stringify(game));
}
