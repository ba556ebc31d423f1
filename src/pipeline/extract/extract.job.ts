/** Reads records out of fetched pages; only what changed becomes a fact. */
import { fact } from '../../domain/events.ts';
import { type RecordId, recordId } from '../../domain/ids.ts';
import type { Extraction } from '../../domain/source.ts';
import { decodeText } from '../../platform/charset.ts';
import { asGameId, type Deps, type QuickStep } from '../deps.ts';
import type { QuickJob } from '../jobs.ts';
import { done, type NewFact, type Outcome } from '../outcome.ts';
import { checked, recordHash } from './record.ts';

type ExtractJob = Extract<QuickJob, { kind: 'extract' }>;
type Known = { record_id: string; record_hash: string; version: number; game_id: string | null };

export const extractStep: QuickStep<'extract'> = async (jobs, deps) => {
  const read = await Promise.all(
    jobs.map((job) =>
      extraction(job, deps).catch((error: unknown) => (error instanceof Error ? error : new Error(String(error)))),
    ),
  );
  const ids = read.flatMap((result, index) =>
    !(result instanceof Error) && result.kind === 'records'
      ? result.records.map((record) => recordId(jobs[index]?.source ?? '', record.key))
      : [],
  );
  const { rows } = await deps.db.query<Known>({
    name: 'extract-known',
    text: 'select record_id, record_hash, version, game_id from source_record where record_id = any($1)',
    values: [ids],
  });
  const known = new Map(rows.map((row) => [row.record_id, row]));
  const taken = new Map<RecordId, string>();
  return jobs.map((job, index) => {
    const result = read[index];
    if (result === undefined || result instanceof Error) return result ?? new Error('nothing was read');
    try {
      return outcome(job, result, known, taken);
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  });
};

async function extraction(job: ExtractJob, deps: Deps): Promise<Extraction> {
  const source = deps.sources.find(({ name }) => name === job.source);
  if (!source) throw new Error(`There is no source ${job.source} to read ${job.url}.`);
  const body = await deps.snapshot(job.snapshot);
  if (!body) throw new Error(`The stored bytes ${job.snapshot} of ${job.url} are gone.`);
  return source.extract({ url: job.from, text: decodeText(body, job.contentType).text });
}

function outcome(
  job: ExtractJob,
  result: Extraction,
  known: ReadonlyMap<string, Known>,
  taken: Map<RecordId, string>,
): Outcome {
  const { pageId, source, snapshot } = job;
  if (result.kind === 'broken') {
    return done([fact('PageBroken', { pageId, source, url: job.url, reason: result.reason, snapshot })]);
  }
  const { records, unread } = result;
  const facts: NewFact[] = [
    fact('PageRead', { pageId, source, url: job.url, snapshot, records: records.length, unread }),
  ];
  for (const raw of records) {
    const id = recordId(source, raw.key);
    const holder = taken.get(id);
    // Twice on one page: the first stands. On two pages of one batch: the second is set apart and reads what the first wrote.
    if (holder === pageId) continue;
    if (holder !== undefined) throw new Error(`${id} stands on ${holder} too.`);
    taken.set(id, pageId);
    const { record, rejected } = checked(raw);
    const hash = recordHash(record);
    const last = known.get(id);
    if (last?.record_hash === hash) continue;
    facts.push({
      ...fact('RecordExtracted', {
        recordId: id,
        pageId,
        source,
        record,
        recordHash: hash,
        snapshot,
        rejected,
        gameId: last?.game_id ? asGameId(last.game_id) : null,
      }),
      expected: last?.version ?? 0,
    });
  }
  return done(facts);
}
