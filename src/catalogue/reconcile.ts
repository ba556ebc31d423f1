/** Which games of the catalogue may be meant by a reconciliation query, and what they and their records say. */
import type { GameFields } from '../domain/game.ts';
import type { GameId } from '../domain/ids.ts';
import type { GameRecord } from '../domain/record.ts';
import type { Db } from '../platform/postgres.ts';

/** A key or a text shared by more games than this says too little to compare them all. */
const mostGamesPerKey = 50;
const mostAlike = 20;
/** Of games with a word like the one looked for, so many are put in order. */
const mostLooked = 1000;
const longestText = 120;
const mostRecords = 20;

/** The games under each blocking key. */
export async function gamesByKeys(db: Db, keys: readonly string[]): Promise<Map<string, GameId[]>> {
  const { rows } = await db.query<{ key: string; game_ids: GameId[] }>({
    name: 'reconcile-keys',
    text: `select wanted.key, hit.game_ids from unnest($1::text[]) as wanted(key)
            cross join lateral (select array_agg(distinct game_id) as game_ids from (
                     select r.game_id from match_key k join source_record r using (record_id)
                      where k.key = wanted.key and r.game_id is not null limit ${mostGamesPerKey}) as capped) as hit
            where hit.game_ids is not null`,
    values: [keys],
  });
  return new Map(rows.map(({ key, game_ids }) => [key, game_ids]));
}

/** For each text, the games whose titles or people hold something spelled like it, the likest first. */
export async function gamesAlike(db: Db, texts: readonly string[]): Promise<GameId[][]> {
  const wanted = texts.map((text) => text.toLowerCase().replaceAll('ё', 'е').slice(0, longestText));
  const { rows } = await db.query<{ place: number; game_id: GameId }>({
    name: 'reconcile-alike',
    text: `select wanted.place, hit.game_id from unnest($1::text[]) with ordinality as wanted(text, place)
            cross join lateral (
              select game_id, word_similarity(wanted.text, search) as likeness
                from (select game_id, search from game where search %> wanted.text limit ${mostLooked}) as looked
               order by likeness desc, game_id limit ${mostAlike}) as hit
            order by wanted.place, hit.likeness desc, hit.game_id`,
    values: [wanted],
  });
  const found: GameId[][] = texts.map(() => []);
  for (const { place, game_id } of rows) found[place - 1]?.push(game_id);
  return found;
}

export type Meant = { gameId: GameId; name: string; fields: GameFields; records: GameRecord[] };

/** Games with what they and their records say, texts left out; ids that are no published game are left out too. */
export async function readMeant(db: Db, gameIds: readonly GameId[]): Promise<Meant[]> {
  const { rows } = await db.query<{ game_id: GameId; name: string; fields: GameFields; records: GameRecord[] | null }>({
    name: 'reconcile-games',
    text: `select game_id, name, ${fieldsWithout} as fields,
                  (select jsonb_agg(record) from (
                     select record - 'descriptions' as record from source_record r
                      where r.game_id = game.game_id order by record_id limit ${mostRecords}) as capped) as records
             from game where game_id = any($1::uuid[])`,
    values: [gameIds],
  });
  return rows.map(({ game_id, name, fields, records }) => ({ gameId: game_id, name, fields, records: records ?? [] }));
}

/** Games with all their fields. */
export async function readFields(
  db: Db,
  gameIds: readonly GameId[],
): Promise<Map<GameId, { name: string; fields: GameFields; sources: string[] }>> {
  const { rows } = await db.query<{ game_id: GameId; name: string; fields: GameFields; sources: string[] }>({
    name: 'reconcile-fields',
    text: `select game_id, name, sources, ${fieldsWithout} || jsonb_build_object('descriptions', descriptions) as fields
             from game where game_id = any($1::uuid[])`,
    values: [gameIds],
  });
  return new Map(rows.map(({ game_id, name, fields, sources }) => [game_id, { name, fields, sources }]));
}

/** The fields as one document, the long texts left out. */
const fieldsWithout = `jsonb_build_object('title', title, 'alternativeTitles', alternative_titles, 'descriptions', '[]'::jsonb,
  'releaseDate', release_date, 'credits', credits, 'tags', tags, 'urls', urls,
  'identifiers', identifiers, 'languages', languages, 'attributions', attributions)`;
