/** Publishes valid drafts and opens a review for the others. */
import { fact } from '../../domain/events.ts';
import { type FieldName, fieldNames, type GameFields, type ImportMetadata } from '../../domain/game.ts';
import type { GameId, ReviewId } from '../../domain/ids.ts';
import { type Deps, each, type QuickStep } from '../deps.ts';
import { done, type NewFact } from '../outcome.ts';
import { gate } from './gate.ts';

type DraftRow = {
  game_id: string;
  draft_hash: string;
  fields: GameFields;
  metadata: ImportMetadata;
  records: string[];
  version: number;
  arranged: boolean;
};
type OpenReview = { review_id: string; game_id: string; draft_hash: string | null };
/**
 * A game about which an open question holds it back. `stood`: it was in the catalogue when its records went into another
 * game; `let_in`: an answer that stood when it came into the catalogue was taken back since.
 */
type Held = { game_id: string; stood: boolean; let_in: boolean };

const columns: Record<FieldName, string> = {
  title: 'title',
  alternativeTitles: 'alternative_titles',
  descriptions: 'descriptions',
  releaseDate: 'release_date',
  credits: 'credits',
  tags: 'tags',
  urls: 'urls',
  identifiers: 'identifiers',
  languages: 'languages',
  attributions: 'attributions',
};

export const gateStep: QuickStep<'gate'> = async (jobs, deps) => {
  const { drafts, published, open, held } = await read(
    deps,
    jobs.map((job) => job.gameId),
  );
  return each(jobs, ({ gameId, draftHash, approved: said, undone }) => {
    const draft = drafts.get(gameId);
    // Its records went to another game meanwhile.
    if (!draft) return done([]);
    // An approval is of the draft that was seen; what has come since must pass by itself.
    const approved = draft.arranged || (said && draftHash === draft.draft_hash);
    const standing = published.get(gameId) ?? null;
    // Perhaps a second entry for a game there is: not before somebody has said so.
    const doubt = held.get(gameId);
    if (doubt && standing === null && (doubt.let_in || !doubt.stood)) return done([]);
    if (undone) return done(doubt?.let_in ? [fact('GameWithdrawn', { gameId, into: null })] : []);
    const reviews = open.get(gameId) ?? [];
    const verdict = gate(draft.fields, standing, approved);
    switch (verdict.verdict) {
      case 'unchanged':
        return done(close(reviews, gameId, 'the sources agree with the catalogue again'));
      case 'publish':
        return done([
          {
            ...fact('GamePublished', {
              gameId,
              draftHash: draft.draft_hash,
              set: verdict.set,
              metadata: draft.metadata,
              sources: [...new Set(draft.records.map((record) => record.split('|')[0] ?? ''))].sort(),
              quality: verdict.quality,
              first: standing === null,
            }),
            expected: draft.version,
          },
          ...close(reviews, gameId, approved ? 'approved' : 'a later draft could be published'),
        ]);
      case 'ask': {
        if (reviews.some((review) => review.draft_hash === draft.draft_hash)) return done([]);
        return done([
          ...close(reviews, gameId, 'a later draft took its place'),
          question(draft, gameId, verdict.reasons, deps),
        ]);
      }
    }
  });
};

function question(draft: DraftRow, gameId: GameId, reasons: string[], deps: Deps): NewFact {
  const by = draft.metadata.title;
  const claim = by && !Array.isArray(by) ? by : null;
  return fact('ReviewOpened', {
    reviewId: deps.newId() as ReviewId,
    kind: 'gate',
    source: claim?.source ?? '',
    url: claim?.url ?? '',
    title: draft.fields.title.value,
    recordId: null,
    gameId,
    draftHash: draft.draft_hash,
    reasons,
    candidates: [],
  });
}

function close(reviews: readonly OpenReview[], gameId: GameId, because: string): NewFact[] {
  return reviews.map((review) =>
    fact('ReviewClosed', { reviewId: review.review_id as ReviewId, recordId: null, gameId, because }),
  );
}

async function read(deps: Deps, games: GameId[]) {
  const drafts = await deps.db.query<DraftRow>({
    name: 'gate-drafts',
    text: `select d.game_id, d.draft_hash, e.payload->'fields' as fields, e.payload->'metadata' as metadata,
                  e.payload->'records' as records, d.version,
                  coalesce((e.payload->>'arranged')::boolean, false) as arranged
             from game_draft d join import_event e on e.stream = 'game:' || d.game_id and e.version = d.draft_version
            where d.game_id = any($1::uuid[]) and d.draft_hash <> ''`,
    values: [games],
  });
  const published = await deps.db.query<{ game_id: string } & GameFields>({
    name: 'gate-published',
    text: `select game_id, ${fieldNames.map((name) => `${columns[name]} as "${name}"`).join(', ')} from game where game_id = any($1::uuid[])`,
    values: [games],
  });
  const open = await deps.db.query<OpenReview>({
    name: 'gate-reviews',
    text: `select review_id, game_id, draft_hash from review where status = 'open' and kind = 'gate' and game_id = any($1::uuid[])`,
    values: [games],
  });
  const held = await deps.db.query<Held>({
    name: 'gate-held',
    text: `select r.game_id, came.at is not null as stood,
                  exists (select from source_record m
                            join judgement j on m.record_id in (j.record_a, j.record_b)
                            join arrangement a using (arrangement_id)
                           where m.game_id in (r.game_id, o.game_id) and came.at between a.made_at and a.undone_at) as let_in
             from review v join source_record r using (record_id) left join source_record o on o.record_id = v.other_id
             cross join lateral (
               select min(p.timestamp) as at from import_event p
                where p.stream = 'game:' || r.game_id and p.event_type = 'GamePublished'
                  and p.version > coalesce((select max(w.version) from import_event w
                        where w.stream = p.stream and w.event_type = 'GameWithdrawn' and w.payload->>'into' is null), 0)) came
            where v.status = 'open' and v.kind = 'match' and v.holds and r.game_id = any($1::uuid[])
              and not exists (select from source_record s where s.game_id = r.game_id and s.record_id <> r.record_id)`,
    values: [games],
  });
  return {
    held: new Map(held.rows.map((row) => [row.game_id, row])),
    drafts: new Map(drafts.rows.map((row) => [row.game_id, row])),
    published: new Map(published.rows.map(({ game_id, ...fields }) => [game_id, fields as GameFields])),
    open: Map.groupBy(open.rows, (row) => row.game_id),
  };
}
