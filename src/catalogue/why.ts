/** From a value back to the claim, the page, the stored bytes, and the decision that joined them to the game. */
import type { Payloads } from '../domain/events.ts';
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
  match: Payloads['MatchDecided'] | null;
  because: string | null;
  actor: string | null;
};

/** One reason for each value of the fields: its standing claim, traced back. */
export async function why(db: Db, fields: Game['fields']): Promise<Reason[]> {
  const claims = fields.flatMap(({ values }) => values.flatMap(({ claims }) => standing(claims) ?? []));
  const { rows } = await db.query<Trail>(
    `select r.record_id, s.bytes, linked.because, linked.actor, matched.match,
            (select max(f.timestamp) from import_event f where f.stream = 'page:' || r.page_id and f.event_type = 'PageFetched'
                and f.payload->>'snapshot' = r.snapshot) as fetched_at
       from source_record r
       left join snapshot s on s.hash = r.snapshot
       left join lateral (select payload->>'because' as because, actor from import_event e where e.stream = 'record:' || r.record_id
                            and e.event_type = 'RecordLinked' order by version desc limit 1) linked on true
       left join lateral (select payload as match from import_event e where e.stream = 'record:' || r.record_id
                            and e.event_type = 'MatchDecided' order by version desc limit 1) matched on true
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
  if (trail?.because === 'judgement') return `${trail.actor} judged so`;
  if (!trail?.match) return 'unknown';
  if (trail.match.decision === 'new') return 'it was the first page of the game';
  return (trail.match.candidates[0]?.evidence ?? [])
    .map(({ feature, weight, detail }) => `${feature} ${weight > 0 ? '+' : ''}${weight} (${detail})`)
    .join(', ');
}
