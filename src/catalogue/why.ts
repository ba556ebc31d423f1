/** From a value back to the claim, the page, the stored bytes, and the decision that joined them to the game. */
import type { Evidence } from '../domain/match.ts';
import type { Db } from '../platform/postgres.ts';
import type { Claim, Game } from './game.ts';

export type Reason = {
  field: string;
  value: string;
  recordId: string;
  source: string;
  url: string;
  snapshot: string;
  /** Size of the stored page; null when it is no longer kept. */
  bytes: number | null;
  fetchedAt: string | null;
  readAt: string;
  match: string;
  /** The rule that made the value: of nothing but the game, or of what the record says. */
  rule: { name: string; why: string } | null;
};

type Trail = {
  record_id: string;
  bytes: number | null;
  fetched_at: Date | null;
  /** The edge to another record of the game that says most. */
  probability: number | null;
  evidence: Evidence[] | null;
  alone: boolean;
  judged_by: string | null;
};

/** One reason for each value of the fields: its standing claim, traced back. */
export async function why(db: Db, fields: Game['fields']): Promise<Reason[]> {
  const claims = fields.flatMap(({ values }) => values.flatMap(({ claims }) => standing(claims) ?? []));
  const { rows } = await db.query<Trail>(
    `select r.record_id, s.bytes, edge.probability, edge.evidence, judged.made_by as judged_by,
            not exists (select from source_record o where o.game_id = r.game_id and o.record_id <> r.record_id) as alone,
            (select max(f.timestamp) from import_event f where f.stream = 'page:' || r.page_id and f.event_type = 'PageFetched'
                and f.payload->>'snapshot' = r.snapshot) as fetched_at
       from source_record r
       left join snapshot s on s.hash = r.snapshot
       left join lateral (select probability, evidence from (
                            select record_b as other, probability, evidence from match_edge where record_a = r.record_id
                            union all select record_a, probability, evidence from match_edge where record_b = r.record_id) e
                           join source_record o on o.record_id = e.other and o.game_id = r.game_id
                          order by probability desc, other limit 1) edge on true
       left join lateral (select a.made_by from (
                            select record_b as other, judgement, arrangement_id, position from judgement_in_force where record_a = r.record_id
                            union all select record_a, judgement, arrangement_id, position from judgement_in_force where record_b = r.record_id) j
                           join source_record o on o.record_id = j.other and o.game_id = r.game_id
                           join arrangement a using (arrangement_id)
                          where j.judgement = 'same' order by j.position desc limit 1) judged on true
      where r.record_id = any($1)`,
    [[...new Set(claims.map(({ recordId }) => recordId))]],
  );
  const trails = new Map(rows.map((row) => [row.record_id, row]));
  return fields.flatMap(({ field, values }) =>
    values.flatMap(({ value, language, claims }) => {
      const claim = standing(claims);
      if (!claim) return [];
      const trail = trails.get(claim.recordId);
      return [
        {
          field: language ? `${field} [${language}]` : field,
          value: typeof value === 'string' ? value : Object.values(value).join(' · '),
          recordId: claim.recordId,
          source: claim.source,
          url: claim.url,
          snapshot: claim.snapshot,
          bytes: trail?.bytes ?? null,
          fetchedAt: trail?.fetched_at?.toISOString() ?? null,
          readAt: claim.at,
          match: claim.rule ? '' : matchSentence(trail),
          rule: claims[0]?.rule ?? null,
        },
      ];
    }),
  );
}

/** Behind a rule's word there may be a record whose word it changed. */
const standing = (claims: readonly Claim[]): Claim | undefined =>
  claims[0]?.rule ? (claims.find((claim) => !claim.rule) ?? claims[0]) : claims[0];

function matchSentence(trail: Trail | undefined): string {
  if (!trail) return 'unknown';
  if (trail.judged_by !== null) return `${trail.judged_by} judged so`;
  if (trail.alone) return 'it was the first page of the game';
  // Of matches made before there were edges only the log knows.
  if (trail.evidence === null) return 'unknown';
  const said = trail.evidence.map(({ feature, weight, detail }) => `${feature} ${signed(weight)} (${detail})`);
  return `${percent(trail.probability ?? 0)}: ${said.join(', ')}`;
}

const signed = (weight: number): string => `${weight > 0 ? '+' : ''}${Math.round(weight * 100) / 100}`;
const percent = (probability: number): string => `${Math.floor(probability * 1000) / 10} %`;
