/** What all records of a game together say: one draft, every value with the records behind it. */
import { createHash } from 'node:crypto';
import { canonical } from '../../domain/canonical.ts';
import type { ClaimReference, GameFields, ImportMetadata } from '../../domain/game.ts';
import type { RecordId } from '../../domain/ids.ts';
import type { GameRecord } from '../../domain/record.ts';
import { type RuleUse, ruleOf } from '../../domain/rule-book.ts';
import type { Rules } from './compile-rules.ts';
import { enrich } from './enrich.ts';
import { creditKey, tagKey, urlKey } from './sameness.ts';
import { type Claim, choose, chooseDate, chooseTexts, unite } from './survive.ts';

/** A record with the claim it makes; `rank` is its source's. */
export type RankedRecord = { record: GameRecord; rank: number; claim: ClaimReference };

export type Draft = {
  fields: GameFields;
  metadata: ImportMetadata;
  draftHash: string;
  records: RecordId[];
  rules: RuleUse[];
};

/**
 * Drafts a game from its records, and applies the rules to what they say together; the same records give the same
 * draft, in whatever order they come.
 */
export function draft(records: readonly RankedRecord[], rules: Rules): Draft {
  const ranked = [...records].sort((a, b) => b.rank - a.rank || (a.claim.recordId < b.claim.recordId ? -1 : 1));
  const claims = <T>(read: (record: GameRecord) => T[] | undefined): Claim<T>[] =>
    ranked.flatMap(({ record, claim }) => (read(record) ?? []).map((value) => ({ value, by: claim.recordId })));
  const title = choose(claims(({ title }) => [title]));
  if (!title) throw new Error('A draft needs at least one record.');
  const said: GameFields = {
    title,
    alternativeTitles: unite(
      claims((record) => record.alternativeTitles),
      (other) => `${other.language ?? ''}|${other.title.toLowerCase()}`,
    ),
    descriptions: chooseTexts(claims((record) => record.descriptions)),
    releaseDate: chooseDate(claims(({ releaseDate }) => (releaseDate ? [releaseDate] : []))),
    credits: unite(
      claims((record) => record.credits),
      creditKey,
    ),
    tags: unite(
      claims((record) => record.tags),
      tagKey,
    ),
    urls: unite(
      claims((record) => record.urls),
      urlKey,
    ),
    identifiers: unite(
      claims((record) => record.identifiers),
      ({ scheme, value }) => `${scheme}|${value}`,
    ),
    languages: unite(
      claims((record) => record.languages),
      (language) => language,
    ),
    attributions: unite(
      claims((record) => record.attributions),
      (name) => name,
    ),
  };
  const { fields, uses } = enrich(said, [...new Set(ranked.map(({ claim }) => claim.source))], rules);
  return {
    fields,
    metadata: metadataOf(fields, ranked),
    // That a rule failed is news too, though the fields are as they were.
    draftHash: createHash('sha256')
      .update(canonical(uses.length > 0 ? { fields, uses } : fields))
      .digest('hex'),
    records: ranked.map(({ claim }) => claim.recordId),
    rules: uses,
  };
}

function metadataOf(fields: GameFields, ranked: readonly RankedRecord[]): ImportMetadata {
  const references = new Map(ranked.map(({ claim }) => [claim.recordId, claim]));
  const metadata: ImportMetadata = {};
  const stands = (name: string, by: readonly RecordId[] | undefined) => {
    const reference = by?.[0] && references.get(by[0]);
    if (reference) metadata[name] = reference;
  };
  stands('title', fields.title.by);
  stands('releaseDate', fields.releaseDate?.by);
  for (const text of fields.descriptions) stands(`descriptions.${text.language ?? 'und'}`, text.by);
  for (const name of [
    'alternativeTitles',
    'credits',
    'tags',
    'urls',
    'identifiers',
    'languages',
    'attributions',
  ] as const) {
    const feeding = new Set(fields[name].flatMap(({ by }) => by));
    const rules = [...feeding].filter((id) => ruleOf(id) !== null);
    const records = ranked.map(({ claim }) => claim.recordId).filter((id) => feeding.has(id));
    if (feeding.size > 0) metadata[name] = [...records, ...rules];
  }
  return metadata;
}
