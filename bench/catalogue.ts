/** A large catalogue made through the real log: the facts of n games are appended and the views rebuilt from them. */
import type pg from 'pg';
import { type Fact, fact } from '../src/domain/events.ts';
import type { GameFields } from '../src/domain/game.ts';
import { type GameId, pageId, recordId } from '../src/domain/ids.ts';
import type { GameRecord } from '../src/domain/record.ts';
import { streamOf, subjectOf } from '../src/domain/streams.ts';
import { newId } from '../src/platform/clock.ts';
import { append } from '../src/platform/event-store.ts';
import { transaction } from '../src/platform/postgres.ts';
import { random } from './pages.ts';

const words = [
  'lighthouse',
  'island',
  'shadow',
  'city',
  'fox',
  'house',
  'sea',
  'snow',
  'mystery',
  'path',
  'night',
  'letter',
  'dream',
  'river',
  'tower',
  'garden',
  'маяк',
  'остров',
  'тень',
  'город',
];
const perBatch = 100;

/** Appends what an import of `games` games would: nine facts a game. Returns the number of facts. */
export async function fillLog(pool: pg.Pool, games: number): Promise<number> {
  const next = random(7);
  const word = () => words[Math.floor(next() * words.length)] ?? '';
  let facts = 0;
  for (let first = 0; first < games; first += perBatch) {
    const batch = Array.from({ length: Math.min(perBatch, games - first) }, (_, n) => story(first + n, word)).flat();
    facts += batch.length;
    const at = new Date(1_700_000_000_000 + first).toISOString();
    await transaction(pool, (client) =>
      append(
        client,
        batch.map((said) => ({
          eventId: newId(),
          ...said,
          stream: streamOf(said),
          ...subjectOf(said),
          at,
          correlationId: 'bench',
          causationId: null,
          actor: 'bench',
        })),
      ),
    );
  }
  return facts;
}

function story(n: number, word: () => string): Fact[] {
  const source = 'bench';
  const [page, record, gameId] = [pageId(source, `${n}`), recordId(source, `${n}`), newId() as GameId];
  const url = `http://bench.test/game/${n}`;
  const title = `${word()} ${word()} ${n}`;
  const text = Array.from({ length: 40 }, word).join(' ');
  const read: GameRecord = {
    source,
    key: `${n}`,
    url,
    title,
    descriptions: [{ language: 'en', text }],
    releaseDate: `20${10 + (n % 15)}`,
    credits: [{ role: 'author', name: `${word()} ${n % 900}` }],
    urls: [{ category: 'game_page', url }],
  };
  const by = [record];
  const fields: GameFields = {
    title: { value: title, by, variants: [] },
    alternativeTitles: [],
    descriptions: [{ language: 'en', value: text, by, variants: [] }],
    releaseDate: { value: read.releaseDate ?? '', by, variants: [] },
    credits: (read.credits ?? []).map((value) => ({ value, by })),
    tags: [],
    urls: (read.urls ?? []).map((value) => ({ value, by })),
    identifiers: [],
    languages: [],
    attributions: [],
  };
  const claim = { source, url, recordId: record, snapshot: 'f'.repeat(64), at: '2026-01-01T00:00:00.000Z' };
  const metadata = { title: claim, releaseDate: claim, 'descriptions.en': claim, credits: by, urls: by };
  const draftHash = `${n}`.padStart(64, '0');
  return [
    fact('PageDiscovered', { pageId: page, source, key: `${n}`, url }),
    fact('PageFetched', {
      pageId: page,
      source,
      url,
      from: url,
      snapshot: claim.snapshot,
      bytes: 4000,
      contentType: 'text/html',
    }),
    fact('PageRead', {
      pageId: page,
      source,
      url,
      snapshot: claim.snapshot,
      records: 1,
      unread: [],
      filled: { title: 1 },
      kept: {},
      lost: {},
    }),
    fact('RecordExtracted', {
      recordId: record,
      pageId: page,
      source,
      record: read,
      recordHash: draftHash,
      snapshot: claim.snapshot,
      rejected: [],
      gameId: null,
    }),
    fact('MatchDecided', { recordId: record, source, url, title, decision: 'new', gameId, candidates: [] }),
    fact('RecordLinked', { recordId: record, source, url, gameId, because: 'match' }),
    fact('GameDrafted', { gameId, draftHash, fields, records: by, metadata }),
    fact('GameRefined', { gameId, draftHash, refined: [] }),
    fact('GamePublished', { gameId, draftHash, set: fields, metadata, sources: [source], quality: 0.5, first: true }),
  ];
}
