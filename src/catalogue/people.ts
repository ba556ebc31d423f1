/** People as sources know them, and the games that credit them. */
import { personPageId } from '../domain/ids.ts';
import type { PersonRecord } from '../domain/person.ts';
import { urlIdentity } from '../domain/url-identity.ts';
import type { Db } from '../platform/postgres.ts';

export type PersonRow = { personId: string; source: string; name: string; url: string };
export type Person = PersonRow & {
  person: PersonRecord;
  snapshot: string;
  readAt: string;
  games: { gameId: string; title: string; roles: string[] }[];
};

/** People whose names hold the words, by name; at most `limit`. */
export async function listPeople(db: Db, search: string, limit: number): Promise<PersonRow[]> {
  const { rows } = await db.query<PersonRow>(
    `select person_id as "personId", source, name, url from person
      where $1 = '' or lower(name) like '%' || replace(replace(replace(lower($1), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'
      order by lower(name), person_id limit $2`,
    [search.trim(), limit],
  );
  return rows;
}

/** Null when there is no such person. */
export async function readPerson(db: Db, personId: string): Promise<Person | null> {
  const { rows } = await db.query<PersonRow & { person: PersonRecord; snapshot: string; at: Date }>(
    `select person_id as "personId", source, name, url, person, snapshot, extracted_at as at from person where person_id = $1`,
    [personId],
  );
  const [row] = rows;
  if (!row) return null;
  const { at, ...person } = row;
  // Credits name the page, or an address that leads to it.
  const { rows: aliases } = await db.query<{ url: string }>('select url from page where moved_to = $1', [
    personPageId(person.source, person.person.key),
  ]);
  const addresses = [person.url, ...aliases.map(({ url }) => url)];
  const { rows: games } = await db.query<{ gameId: string; title: string; roles: string[] }>(
    `select g.game_id as "gameId", g.name as title, array_agg(distinct credit->'value'->>'role') as roles
       from game g cross join lateral jsonb_array_elements(g.credits) as credit
      where g.credits @> any($1::jsonb[]) and credit->'value'->>'url' = any($2)
      group by g.game_id, g.name order by g.name limit 500`,
    [addresses.map((url) => JSON.stringify([{ value: { url } }])), addresses],
  );
  return { ...person, readAt: at.toISOString(), games };
}

/** The people behind these credits, by the address each credit gives. */
export async function peopleAt(db: Db, urls: readonly string[]): Promise<Map<string, string>> {
  const byIdentity = Map.groupBy(urls, (url) => urlIdentity(url) ?? url);
  const { rows } = await db.query<{ personId: string; identity: string }>(
    `select person_id as "personId", identity from person where identity = any($1)`,
    [[...byIdentity.keys()]],
  );
  return new Map(
    rows.flatMap(({ personId, identity }) => (byIdentity.get(identity) ?? []).map((url) => [url, personId])),
  );
}
