/** Finding games: search over titles and authors, paged by place in the list, never by counting off rows. */
import type { GameFields } from '../domain/game.ts';
import type { Db } from '../platform/postgres.ts';

export type GamesQuery = {
  search?: string | undefined;
  source?: string | undefined;
  after?: string | undefined;
  limit: number;
};
export type GameRow = {
  gameId: string;
  title: string;
  releaseDate: string | null;
  authors: string[];
  sources: string[];
  needsHumanReview: boolean;
  updatedAt: string;
};

type Row = {
  game_id: string;
  name: string;
  sort_name: string;
  release_date: GameFields['releaseDate'];
  credits: GameFields['credits'];
  sources: string[];
  needs_human_review: boolean;
  updated_at: Date;
};

/** One page of games in the order of their names. `total` counts all that fit. */
export async function listGames(
  db: Db,
  query: GamesQuery,
  countAll: () => Promise<number>,
): Promise<{ games: GameRow[]; total: number; next: string | null }> {
  const { conditions, values } = filters(query);
  const unfiltered = conditions.length === 0;
  const where = (all: string[]) => (all.length ? `where ${all.join(' and ')}` : '');
  const place = readPlace(query.after);
  const paged = place
    ? [...conditions, `(sort_name, game_id) > ($${values.length + 1}, $${values.length + 2}::uuid)`]
    : conditions;
  const [{ rows }, total] = await Promise.all([
    db.query<Row>(
      `select game_id, name, sort_name, release_date, credits, sources, needs_human_review, updated_at
         from game ${where(paged)} order by sort_name, game_id limit ${query.limit + 1}`,
      place ? [...values, ...place] : values,
    ),
    unfiltered
      ? countAll()
      : db
          .query<{ n: number }>(`select count(*)::int as n from game ${where(conditions)}`, values)
          .then((found) => found.rows[0]?.n ?? 0),
  ]);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  const next =
    rows.length > query.limit && last
      ? Buffer.from(JSON.stringify([last.sort_name, last.game_id])).toString('base64url')
      : null;
  return { games: page.map(gameRow), total, next };
}

export const countGames = (db: Db): Promise<number> =>
  db.query<{ n: number }>('select count(*)::int as n from game').then(({ rows }) => rows[0]?.n ?? 0);

function filters({ search, source }: GamesQuery): { conditions: string[]; values: unknown[] } {
  const words = (search ?? '').toLowerCase().replaceAll('ё', 'е').split(/\s+/).filter(Boolean).slice(0, 10);
  const values: unknown[] = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  const conditions = words.map((_, index) => `search like $${index + 1}`);
  if (source) {
    values.push([source]);
    conditions.push(`sources @> $${values.length}::text[]`);
  }
  return { conditions, values };
}

function readPlace(after: string | undefined): [string, string] | null {
  if (!after) return null;
  try {
    const place: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
    const [name, id] = Array.isArray(place) ? place : [];
    return typeof name === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id) ? [name, id] : null;
  } catch {
    return null;
  }
}

function gameRow(row: Row): GameRow {
  return {
    gameId: row.game_id,
    title: row.name,
    releaseDate: row.release_date?.value ?? null,
    authors: row.credits.filter(({ value }) => value.role === 'author').map(({ value }) => value.name),
    sources: row.sources,
    needsHumanReview: row.needs_human_review,
    updatedAt: row.updated_at.toISOString(),
  };
}
