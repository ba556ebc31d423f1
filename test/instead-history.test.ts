/**
 * Sixteen lists of INSTEAD's games as they stood from January to February 2015, imported one date after the other.
 * What the catalogue must hold in the end is worked out here from the lists themselves, without the sources' readers.
 */
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insteadGames } from '../src/sources/instead-games.ts';
import { insteadLists } from '../src/sources/instead-lists.ts';
import { insteadRepository } from '../src/sources/instead-repository.ts';
import { createWorld, type RunRow, type World } from './world.ts';

const folder = join(import.meta.dirname, '../../shared/data/recorded/instead-games');
const present = existsSync(folder);
if (!present && process.env.VARIORUM_SKIP_NOTHING)
  throw new Error(`${folder} is not here, and nothing may be skipped.`);
if (!present)
  console.log('Skipped: the recorded lists of INSTEAD (../shared/data/recorded/instead-games) are not here.');

const addresses = {
  'instead-games': 'http://instead-games.ru/xml.php',
  'instead-games-sandbox': 'http://instead-games.ru/xml.php?approved=0',
  official: 'http://instead.syscall.ru/pool/game_list.xml',
};
type Kind = keyof typeof addresses;
type Row = Record<'name' | 'title' | 'version' | 'lang' | 'descurl', string>;
type List = { file: string; kind: Kind; date: string; rows: Row[] };

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const field = (game: string, name: string) =>
  (new RegExp(`<${name}>\\s*([^<]*?)\\s*</${name}>`).exec(game)?.[1] ?? '').replace(
    /&(\w+);/g,
    (_, each) => entities[each] ?? '?',
  );
const rowsOf = (xml: string): Row[] =>
  xml
    .split('</game>')
    .slice(0, -1)
    .map((game) => ({
      name: field(game, 'name'),
      title: field(game, 'title'),
      version: field(game, 'version'),
      lang: field(game, 'lang'),
      descurl: field(game, 'descurl'),
    }));

/** In order of their dates. The seventeenth file is another program's test. */
const lists: List[] = (present ? readdirSync(folder) : [])
  .flatMap((file): List[] => {
    const [, kind, date] = /^(.+?)-(\d{4}-\d\d-\d\d)-\w+\.xml$/.exec(file) ?? [];
    if (date === undefined || !kind || !(kind in addresses)) return [];
    return [{ file, kind: kind as Kind, date, rows: rowsOf(readFileSync(join(folder, file), 'utf8')) }];
  })
  .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
const listSources = [insteadLists.name, insteadRepository.name];
const dates = [...new Set(lists.map(({ date }) => date))];

/** `cat` and `cat_jp` in `jp` are one game. */
const gameOf = ({ name, lang }: Row) => name.replace(new RegExp(`[-_]${lang}$`), '');
const sourceOf = (kind: Kind) => (kind === 'official' ? 'instead-repository' : 'instead-lists');
const tagOf = (lang: string) => (lang === 'jp' ? 'ja' : lang);
const newer = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true });
const newestOf = (rows: Row[]) =>
  rows
    .map(({ version }) => version)
    .sort(newer)
    .at(-1) ?? '';

/** What each source said of a game, list after list in which it stood. */
const told = new Map<string, { source: string; rows: Row[] }[]>();
for (const { kind, rows } of lists) {
  for (const [game, own] of Map.groupBy(rows, gameOf)) {
    told.set(game, [...(told.get(game) ?? []), { source: sourceOf(kind), rows: own }]);
  }
}
/** The last word of each source. */
const lastWords = (game: string) => [
  ...new Map((told.get(game) ?? []).map(({ source, rows }) => [source, rows])).values(),
];

type Game = {
  id: string;
  key: string;
  title: string;
  titles: string[];
  languages: string[];
  versions: string[];
  records: string[];
};

async function catalogue({ db }: World): Promise<Game[]> {
  const { rows } = await db.pool.query(
    `select g.game_id as id, g.title->>'value' as title, g.alternative_titles, g.languages, g.tags,
            array_agg(r.record_id order by r.record_id) as records
       from game g join source_record r using (game_id) group by g.game_id order by 2`,
  );
  return rows.map((row) => ({
    id: row.id,
    key: row.records[0].split('|')[1],
    title: row.title,
    titles: [row.title, ...row.alternative_titles.map((each: { value: { title: string } }) => each.value.title)],
    languages: row.languages.map((each: { value: string }) => each.value),
    versions: row.tags
      .map((each: { value: { category: string; name: string } }) => each.value)
      .filter(({ category }: { category: string }) => category === 'version')
      .map(({ name }: { name: string }) => name),
    records: row.records,
  }));
}

/** The page of a game in two of the lists, in words of our own. */
const pageUrl = 'http://instead-games.ru/game.php?ID=197';
const page = `<h2>Miner Bold</h2><div class="gamedsc">Шахтёр копает.</div>
  <div id="panel"><b>Автор</b>: Некто<br><b>Дата</b>: 2015.01.25<br></div>`;

/** Marks in square brackets tell of the game what is no part of its title. */
const bare = (title: string) => title.replace(/^\[[^\]]+\] /, '').replace(/ \[[a-z|]+\]$/, '');

describe.skipIf(!present)('sixteen lists of INSTEAD, one date after the other', () => {
  let world: World;
  let web: string;
  const runs: RunRow[] = [];
  let games: Game[] = [];

  beforeAll(async () => {
    web = mkdtempSync(join(tmpdir(), 'variorum-instead-'));
    const exchanges = lists.map(({ file, kind, date }) => {
      copyFileSync(join(folder, file), join(web, file));
      return { url: addresses[kind], status: 200, headers: { 'content-type': 'text/xml' }, file, from: date };
    });
    writeFileSync(join(web, 'page.html'), page);
    const pages = [
      { url: pageUrl, status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, file: 'page.html' },
    ];
    writeFileSync(
      join(web, 'web.jsonl'),
      [...exchanges, ...pages].map((exchange) => JSON.stringify(exchange)).join('\n'),
    );
    world = await createWorld([insteadLists, insteadRepository]);
    for (const at of dates) runs.push(await world.import({ replay: { dir: web, at } }));
    games = await catalogue(world);
  });
  afterAll(async () => {
    await world?.close();
    rmSync(web, { recursive: true, force: true });
  });

  test('each list is read once, on the date from which it stands', async () => {
    expect(lists).toHaveLength(16);
    expect(runs.map(({ status, failures }) => [status, failures])).toEqual(dates.map(() => ['done', []]));
    expect(await world.events('PageRead')).toBe(16);
    expect(await world.events('PageBroken')).toBe(0);
  });

  test('every game is there once, whatever lists it stood in, and nobody has to be asked', async () => {
    expect(games.map(({ key }) => key).sort()).toEqual([...told.keys()].sort());
    expect(games.length).toBeGreaterThan(150);
    expect(await world.count('review')).toBe(0);
    for (const { key, records } of games) {
      const sources = new Set((told.get(key) ?? []).map(({ source }) => source));
      expect(records).toEqual([...sources].sort().map((source) => `${source}|${key}`));
    }
  });

  test('each language of a game is joined in it, with its title', () => {
    for (const { key, languages, titles } of games) {
      const rows = lastWords(key).flat();
      expect([key, languages]).toEqual([key, expect.arrayContaining(rows.map(({ lang }) => tagOf(lang)))]);
      // Of one game two sources may name two titles; the one that does not stand is a variant of it.
      for (const word of lastWords(key)) {
        const named = word.map(({ title }) => bare(title));
        expect([key, named.slice(1).filter((title) => !titles.includes(title))]).toEqual([key, []]);
      }
    }
    const spoken = Object.fromEntries(games.map(({ key, languages }) => [key, languages.toSorted()]));
    expect(spoken).toMatchObject({
      cat: ['en', 'ja', 'ru'],
      mansion: ['es', 'ru'],
      toilet3in1: ['en', 'ru'],
      catesc: ['en', 'ru'],
      dii: ['en', 'pt', 'ru'],
    });
  });

  test('the newest version stands', () => {
    for (const { key, versions } of games) {
      expect([key, versions]).toEqual([key, [...new Set(lastWords(key).map(newestOf))]]);
    }
    const versions = Object.fromEntries(games.map((game) => [game.key, game.versions]));
    expect(versions).toMatchObject({
      minerbold: ['1.1'],
      new_year: ['1.1a'],
      toilet3in1: ['1.3'],
      fatal_things: ['0.3'],
    });
  });

  test('earlier versions stay in the history, in their order, also of a game that left the sandbox', async () => {
    const { rows } = await world.db.pool.query<{ record: string; tags: { category: string; name: string }[] }>(
      `select payload->>'recordId' as record, payload->'record'->'tags' as tags
         from import_event where event_type = 'RecordExtracted' order by position`,
    );
    const history = new Map<string, string[]>();
    for (const { record, tags } of rows) {
      const version = tags.find(({ category }) => category === 'version')?.name ?? '';
      const known = history.get(record) ?? [];
      if (known.at(-1) !== version) history.set(record, [...known, version]);
    }
    for (const [game, words] of told) {
      for (const [source, own] of Map.groupBy(words, (word) => word.source)) {
        const versions = own.map((word) => newestOf(word.rows)).filter((version, at, all) => version !== all[at - 1]);
        expect([game, history.get(`${source}|${game}`)]).toEqual([game, versions]);
      }
    }
    expect(history.get('instead-lists|minerbold')).toEqual(['0.3', '0.7', '1.1']);
    expect(history.get('instead-lists|new_year')).toEqual(['1.1', '1.1a']);
    expect(history.get('instead-repository|toilet3in1')).toEqual(['1.2', '1.3']);
  });

  test('the page of a game joins what the lists say of it', async () => {
    const both = await createWorld([insteadLists, insteadRepository, insteadGames]);
    try {
      const replay = { dir: web, at: dates.at(-1) ?? '' };
      await both.import({ sources: listSources, replay });
      await both.import({ urls: [pageUrl], replay });
      const joined = await catalogue(both);
      expect(new Set(joined.map(({ title }) => title)).size).toBe(joined.length);
      expect(joined.find(({ records }) => records.includes('instead-games|197'))).toMatchObject({
        title: 'Miner Bold',
        versions: ['1.1'],
        records: ['instead-games|197', 'instead-lists|minerbold', 'instead-repository|minerbold'],
      });
    } finally {
      await both.close();
    }
  });

  test('the last date again changes nothing', async () => {
    const before = await world.events();
    await world.import({ replay: { dir: web, at: dates.at(-1) ?? '' } });
    expect(await world.events()).toBe(before + 2);
  });
});
