/** Reads what fetched pages say; only what changed becomes a fact. What a drifting source says is held. */
import { fact } from '../../domain/events.ts';
import { isPersonPage, type PageId, pageId, personId, personPageId, recordId } from '../../domain/ids.ts';
import { asGameId, type Deps, type QuickStep } from '../deps.ts';
import { done, type NewFact, type Outcome } from '../outcome.ts';
import { gives, type Sightings, sightings } from './drift.ts';
import { personFacts } from './person.ts';
import { type ExtractJob, type Reading, readPage } from './read.ts';
import { checked, recordHash, withAliases } from './record.ts';
import { lastReadings, leadsInACircle, readStanding, type Standing } from './standing.ts';
import { lockWatch, openWatch, type Watch } from './watch.ts';

type Read = { job: ExtractJob; reading: Reading | Error };

export const extractStep: QuickStep<'extract'> = async (jobs, deps) => {
  const read: Read[] = await Promise.all(
    jobs.map(async (job) => ({ job, reading: await readPage(job, deps).catch(asError) })),
  );
  const standing = await standingOf(read, deps);
  const watches = new Map<string, Watch>();
  for (const { job, reading } of read) {
    if (reading instanceof Error || reading.kind !== 'records' || watches.has(job.source)) continue;
    // A dry run must not keep a release waiting for as long as it lasts.
    if (!deps.dry) await lockWatch(deps.db, job.source, 'together');
    watches.set(job.source, await openWatch(deps.db, job.source, job.again === true));
  }
  const batch = new Batch(standing, watches);
  const outcomes: (Outcome | Error)[] = [];
  for (const [index, { job, reading }] of read.entries()) {
    if (reading instanceof Error) outcomes.push(reading);
    else if (reading.kind === 'moved') outcomes.push(await moved(job, reading.to, deps, standing));
    else outcomes.push(batch.outcome(index, job, reading));
  }
  for (const [index, facts] of await batch.restored(deps)) {
    const outcome = outcomes[index];
    if (outcome && 'end' in outcome && outcome.end === 'done') outcome.facts.push(...facts);
  }
  return outcomes;
};

/** Counted by its run, but no news. */
const stillBroken = (because: string): Outcome => ({ end: 'cancel', cause: 'broken', because });

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

function standingOf(read: readonly Read[], deps: Deps): Promise<Standing> {
  const understood = read.flatMap(({ job, reading }) => (reading instanceof Error ? [] : [{ job, reading }]));
  return readStanding(
    deps.db,
    read.map(({ job }) => job.pageId),
    understood.flatMap(({ job, reading }) =>
      reading.kind === 'records' ? reading.records.map(({ key }) => recordId(job.source, key)) : [],
    ),
    understood.flatMap(({ job, reading }) =>
      reading.kind === 'person' ? [personId(job.source, reading.person.key)] : [],
    ),
  );
}

async function moved(job: ExtractJob, to: string, deps: Deps, standing: Standing): Promise<Outcome> {
  const { pageId: from, source, url, snapshot } = job;
  const reader = deps.sources.find(({ name }) => name === source);
  const asPerson = isPersonPage(from);
  const claimed = asPerson ? reader?.people?.claims(to) : reader?.claims(to);
  const target = asPerson ? personPageId(source, reader?.people?.key(to) ?? to) : pageId(source, reader?.key(to) ?? to);
  const page = standing.pages.get(from);
  if (!claimed || (await leadsInACircle(deps.db, from, target))) {
    const reason = claimed
      ? `${url} leads to ${to}, and that leads back: look which of the pages is the game's.`
      : `${url} leads to ${to}, which is no page that ${source} can read: look at it in a browser.`;
    if (job.again && page?.state === 'broken' && page.reason === reason) return stillBroken(reason);
    return done([fact('PageBroken', { pageId: from, source, url, reason, snapshot })]);
  }
  if (job.again && page?.state === 'moved') return done([]);
  return done([fact('PageMoved', { pageId: from, source, url, to, toPageId: target })]);
}

/** Readings of one batch become facts in their order; a fall that shows in the middle holds back where it began. */
class Batch {
  readonly #standing: Standing;
  readonly #watches: ReadonlyMap<string, Watch>;
  readonly #taken = new Map<string, PageId>();
  /** The facts of each page noted so far, by source. */
  readonly #noted = new Map<string, NewFact[][]>();
  readonly #fallen = new Map<number, Watch['fallen']>();

  constructor(standing: Standing, watches: ReadonlyMap<string, Watch>) {
    this.#standing = standing;
    this.#watches = watches;
  }

  outcome(index: number, job: ExtractJob, reading: Exclude<Reading, { kind: 'moved' }>): Outcome | Error {
    const { pageId, source, url, snapshot } = job;
    const page = this.#standing.pages.get(pageId);
    switch (reading.kind) {
      case 'broken': {
        const { reason } = reading;
        if (job.again && page?.state === 'broken' && page.reason === reason) return stillBroken(reason);
        return done([fact('PageBroken', { pageId, source, url, reason, snapshot })]);
      }
      case 'person':
        return done(personFacts(job, reading, this.#standing));
      case 'records':
        try {
          return done(this.#records(index, job, reading));
        } catch (error) {
          return asError(error);
        }
    }
  }

  #records(index: number, job: ExtractJob, { records, unread }: Extract<Reading, { kind: 'records' }>): NewFact[] {
    const { pageId, source, url, snapshot } = job;
    const watch = this.#watches.get(source);
    const fresh: NewFact[] = [];
    const seen: Parameters<typeof sightings>[0][number][] = [];
    for (const raw of withAliases(records, this.#standing.aliases.get(pageId) ?? [])) {
      const id = recordId(source, raw.key);
      const holder = this.#taken.get(id);
      // Twice on one page: the first stands. On two pages of one batch: the second is set apart and reads what the first wrote.
      if (holder === pageId) continue;
      if (holder !== undefined) throw new Error(`${id} stands on ${holder} too.`);
      this.#taken.set(id, pageId);
      const { record, rejected } = checked(raw);
      const last = this.#standing.records.get(id);
      seen.push({ now: record, before: last?.record_hash ? last.fields : null });
      const hash = recordHash(record);
      // What is held and read so again is published once nothing drifts any more.
      const drifts = (watch?.drifts.size ?? 0) > 0;
      if (hash === last?.record_hash && last.held_hash === null) continue;
      if (hash === last?.held_hash && drifts) continue;
      const gameId = last?.game_id ? asGameId(last.game_id) : null;
      const payload = { recordId: id, pageId, source, record, recordHash: hash, snapshot, rejected, gameId };
      fresh.push({ ...fact('RecordExtracted', payload), expected: last?.version ?? 0 });
    }
    const said = sightings(seen);
    const page = this.#standing.pages.get(pageId);
    const isNews = page?.state !== 'fetched' || page.records !== records.length || page.unread.join() !== unread.join();
    const facts: NewFact[] =
      job.again && fresh.length === 0 && !isNews
        ? []
        : [fact('PageRead', { pageId, source, url, snapshot, records: records.length, unread, ...said }), ...fresh];
    return watch ? this.#watched(index, source, watch, pageId, said, facts) : facts;
  }

  #watched(index: number, source: string, watch: Watch, pageId: PageId, said: Sightings, facts: NewFact[]): NewFact[] {
    const wasDrifting = watch.drifts.size > 0;
    const noted = this.#noted.get(source) ?? [];
    this.#noted.set(source, noted);
    noted.push(facts);
    const before = watch.fallen;
    for (const news of watch.note({ pageId, ...said })) {
      if (news.type === 'DriftDetected') {
        const here = news.payload.pages - (watch.fallen === before ? 0 : watch.fallen.pages.length);
        for (const one of noted.slice(-here)) hold(one);
        this.#fallen.set(index, watch.fallen);
        facts.unshift(news);
      } else facts.push(news);
    }
    if (wasDrifting) hold(facts);
    return facts;
  }

  /** For pages of a fall that earlier batches published: what stood before stands again, and the fallen reading is held. */
  async restored(deps: Deps): Promise<Map<number, NewFact[]>> {
    const restored = new Map<number, NewFact[]>();
    for (const [index, { field, pages, since }] of this.#fallen) {
      const facts: NewFact[] = [];
      for (const { record_id, version, game_id, newest, before } of await lastReadings(deps.db, pages, since)) {
        if (this.#taken.has(record_id) || gives(newest.record, field) || !gives(before.record, field)) continue;
        const gameId = game_id ? asGameId(game_id) : null;
        facts.push({ ...fact('RecordExtracted', { ...before, gameId }), expected: version });
        facts.push({ ...fact('RecordHeld', newest), expected: version + 1 });
      }
      restored.set(index, facts);
    }
    return restored;
  }
}

/** The page's new readings are held instead of being published. */
function hold(facts: NewFact[]): void {
  for (const [index, one] of facts.entries()) {
    if (one.type !== 'RecordExtracted') continue;
    facts[index] = {
      ...fact('RecordHeld', one.payload),
      ...(one.expected === undefined ? {} : { expected: one.expected }),
    };
  }
}
