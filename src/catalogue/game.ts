/** One game, whole: every value with its claims, what others say instead, its records and its history. */
import { type Claimed, type FieldName, fieldNames, type GameFields } from '../domain/game.ts';
import { type RuleBook, ruleOf, sentenceOf } from '../domain/rule-book.ts';
import type { Db } from '../platform/postgres.ts';
import { type Change, history } from './history.ts';
import { peopleAt } from './people.ts';

/** Who says so: a record with its page and stored bytes, or a rule (`recordId` is `rule|NAME`), which has a sentence instead. */
export type Claim = {
  recordId: string;
  source: string;
  url: string;
  /** Where the stored page can be seen; empty for a rule. */
  pageId: string;
  snapshot: string;
  at: string;
  rule?: { name: string; why: string };
};
export type Value = {
  value: string | Record<string, unknown>;
  language?: string | null;
  claims: Claim[];
  variants: { value: string; claims: Claim[] }[];
};
export type Game = {
  gameId: string;
  title: string;
  createdAt: string;
  updatedAt: string;
  version: number;
  needsHumanReview: boolean;
  qualityScore: number;
  fields: { field: string; values: Value[] }[];
  records: (Claim & { title: string })[];
  people: { url: string; personId: string }[];
  history: Change[];
};

type Row = {
  name: string;
  fields: GameFields;
  created_at: Date;
  updated_at: Date;
  version: number;
  needs_human_review: boolean;
  quality_score: number;
};

/** Games that went into one another, one after the other; more is a fault. */
const longestWay = 20;

/** The game, or the one that its records went to; null when the catalogue has no such game. */
export async function readGame(db: Db, gameId: string): Promise<Game | null> {
  let id: string | null = gameId;
  for (let step = 0; id !== null && step < longestWay; step++) {
    const game = await readStanding(db, id);
    if (game) return game;
    const { rows }: { rows: { into_game: string | null }[] } = await db.query<{ into_game: string | null }>({
      name: 'game-withdrawn',
      text: 'select into_game from game_withdrawn where game_id = $1',
      values: [id],
    });
    id = rows[0]?.into_game ?? null;
  }
  return null;
}

async function readStanding(db: Db, gameId: string): Promise<Game | null> {
  const { rows } = await db.query<Row>({
    name: 'game-read',
    text: `select name, created_at, updated_at, version, needs_human_review, quality_score,
                  jsonb_build_object('title', title, 'alternativeTitles', alternative_titles, 'descriptions', descriptions,
                    'releaseDate', release_date, 'credits', credits, 'tags', tags, 'urls', urls,
                    'identifiers', identifiers, 'languages', languages, 'attributions', attributions) as fields
             from game where game_id = $1`,
    values: [gameId],
  });
  const [row] = rows;
  if (!row) return null;
  const { rows: records } = await db.query<{
    record_id: string;
    source: string;
    url: string;
    page_id: string;
    snapshot: string;
    extracted_at: Date;
    title: string;
  }>({
    name: 'game-records',
    text: `select record_id, source, url, page_id, snapshot, extracted_at, record->>'title' as title from source_record where game_id = $1 order by record_id`,
    values: [gameId],
  });
  const claims = new Map(
    records.map((record): [string, Claim & { title: string }] => [
      record.record_id,
      {
        recordId: record.record_id,
        source: record.source,
        url: record.url,
        pageId: record.page_id,
        snapshot: record.snapshot,
        at: record.extracted_at.toISOString(),
        title: record.title,
      },
    ]),
  );
  const { rows: books } = await db.query<{ book: RuleBook; changed_at: Date }>({
    name: 'game-rules',
    text: 'select book, changed_at from enrichment_rules where $1',
    values: [JSON.stringify(row.fields).includes('"rule|')],
  });
  const known = (id: string): Claim | undefined => claims.get(id) ?? ruleClaim(id, books[0]);
  return {
    gameId,
    title: row.name,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    version: row.version,
    needsHumanReview: row.needs_human_review,
    qualityScore: row.quality_score,
    fields: fieldNames
      .map((field) => ({ field, values: valuesOf(field, row.fields, known) }))
      .filter(({ values }) => values.length > 0),
    records: [...claims.values()],
    people: [...(await peopleAt(db, creditUrls(row.fields)))].map(([url, personId]) => ({ url, personId })),
    history: await history(db, gameId),
  };
}

const creditUrls = ({ credits }: GameFields): string[] => credits.flatMap(({ value }) => value.url ?? []);

function ruleClaim(id: string, standing: { book: RuleBook; changed_at: Date } | undefined): Claim | undefined {
  const name = ruleOf(id);
  if (name === null) return undefined;
  const why = (standing && sentenceOf(standing.book, name)) ?? 'A rule that does not stand any more.';
  return {
    recordId: id,
    source: 'rule',
    url: '',
    pageId: '',
    snapshot: '',
    at: standing?.changed_at.toISOString() ?? '',
    rule: { name, why },
  };
}

function valuesOf(field: FieldName, fields: GameFields, known: (id: string) => Claim | undefined): Value[] {
  const claims = (by: readonly string[]) =>
    by.flatMap((id) => {
      const claim = known(id);
      if (!claim) return [];
      const { recordId, source, url, pageId, snapshot, at, rule } = claim;
      return [{ recordId, source, url, pageId, snapshot, at, ...(rule && { rule }) }];
    });
  const variants = (all: readonly Claimed<string>[]) => all.map(({ value, by }) => ({ value, claims: claims(by) }));
  switch (field) {
    case 'title':
      return [
        { value: fields.title.value, claims: claims(fields.title.by), variants: variants(fields.title.variants) },
      ];
    case 'releaseDate':
      return fields.releaseDate === null
        ? []
        : [
            {
              value: fields.releaseDate.value,
              claims: claims(fields.releaseDate.by),
              variants: variants(fields.releaseDate.variants),
            },
          ];
    case 'descriptions':
      return fields.descriptions.map(({ language, value, by, variants: others }) => ({
        value,
        language,
        claims: claims(by),
        variants: variants(others),
      }));
    default:
      return (fields[field] as Claimed<string | Record<string, unknown>>[]).map(({ value, by }) => ({
        value,
        claims: claims(by),
        variants: [],
      }));
  }
}
