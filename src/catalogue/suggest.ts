/** Completing the name of a game while somebody types it. */
import type { GameFields } from '../domain/game.ts';
import { type GameId, readGameId } from '../domain/ids.ts';
import type { Db } from '../platform/postgres.ts';
import { sortName } from './game.view.ts';

export type Suggestion = { gameId: GameId; name: string; description: string };

/** So many games that hold the letters somewhere inside are put in order. */
const mostHolding = 500;
const longestPrefix = 100;

/** Games that begin with the letters, then those that hold them elsewhere; the game itself for its id. */
export async function suggestGames(db: Db, prefix: string, limit: number, offset: number): Promise<Suggestion[]> {
  const id = readGameId(prefix);
  const begin = prefix.trim() === '' ? '' : sortName(prefix.trim().slice(0, longestPrefix));
  const pattern = begin.replace(/[\\%_]/g, '\\$&');
  // Fewer than three letters have no trigram to look for.
  const inside = begin.length < 3 ? null : `%${pattern}%`;
  const { rows } = await db.query<{
    game_id: GameId;
    name: string;
    release_date: GameFields['releaseDate'];
    credits: GameFields['credits'];
  }>({
    name: 'suggest-games',
    text: `with beginning as (select game_id from game where sort_name >= $1 order by sort_name, game_id limit $5::int + $6::int),
                holding as (select game_id from game where search like $3 limit ${mostHolding})
           select game_id, name, release_date, credits from game
            where game_id in (select game_id from beginning union select game_id from holding union select $4::uuid)
              and (sort_name like $2 or search like $3 or game_id = $4::uuid)
            order by game_id = $4::uuid desc nulls last, sort_name like $2 desc, sort_name, game_id limit $5 offset $6`,
    values: [begin, `${pattern}%`, inside, id, limit, offset],
  });
  return rows.map(({ game_id, name, release_date, credits }) => ({
    gameId: game_id,
    name,
    description: describe(release_date, credits),
  }));
}

/** «1998 · Vera Lunina, Oleg Osin»: what tells namesakes apart. */
export function describe(releaseDate: GameFields['releaseDate'], credits: GameFields['credits']): string {
  const authors = credits.filter(({ value }) => value.role === 'author').map(({ value }) => value.name);
  const shown = authors.slice(0, 3).join(', ') + (authors.length > 3 ? ' …' : '');
  return [releaseDate?.value ?? '', shown].filter(Boolean).join(' · ');
}
