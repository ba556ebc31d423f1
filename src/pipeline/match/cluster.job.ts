/** Computes anew which records are one game, where something that bears on it has changed, and says who moved. */
import { fact } from '../../domain/events.ts';
import type { GameId, RecordId } from '../../domain/ids.ts';
import type { Doubt } from '../../domain/match.ts';
import type { MatchModel } from '../../domain/match-model.ts';
import type { Db } from '../../platform/postgres.ts';
import { type Deps, each, type QuickStep } from '../deps.ts';
import type { Job } from '../jobs.ts';
import { done, type NewFact } from '../outcome.ts';
import { type Cluster, type Clustering, clustersOf, earliestFirst, type Judged, type Member } from './cluster.ts';
import { memberOf, type Row, readComponent, readGames, readRows, readStances } from './component.job.ts';
import { doubtsOf, type Likeness, type Side } from './doubts.ts';
import { readModel } from './in-force.job.ts';
import type { Thresholds } from './pair.ts';

export const clusterStep: QuickStep<'cluster'> = async (jobs, deps) => {
  const { db } = deps;
  const model = await readModel(db);
  const found = await readComponent(db, new Set(jobs.flatMap(({ records }) => records)), true, model.thresholds);
  const rows = await readRows(db, found.ids);
  const clustering = await clusterRows(db, rows, found.edges, found.judgements, model);
  const doubts = await doubtsAround(deps, rows, found.edges, clustering, model.thresholds);
  const told = new Set<RecordId>();
  const asked = new Set<GameId>();
  return each(jobs, ({ records, because, kind: _, ...origin }) => {
    // What hangs together with the records of this job; the first job that reaches a record speaks for it.
    const reached = reach(records, found.edges, found.judgements, rows).filter((id) => !told.has(id));
    const facts: NewFact[] = [];
    const games = new Set<GameId>();
    for (const id of reached) {
      told.add(id);
      const row = rows.get(id);
      const cluster = clustering.of(id);
      if (!row || !cluster) continue;
      games.add(cluster.gameId);
      if (row.game_id === cluster.gameId) continue;
      const { source, url, game_id: from, version } = row;
      facts.push({
        ...fact('RecordLinked', { recordId: id, source, url, gameId: cluster.gameId, because, from }),
        expected: version,
      });
    }
    const open = [...games].filter((id) => !asked.has(id));
    for (const id of open) asked.add(id);
    const mine = new Set(open);
    const about = doubts.filter(({ gameId, candidate }) => mine.has(gameId) || mine.has(candidate.gameId));
    const more: Job[] = records.flatMap((id) => {
      const gameId = clustering.of(id)?.gameId;
      return gameId ? [{ kind: 'draft' as const, ...origin, gameId }] : [];
    });
    if (open.length > 0) more.push({ kind: 'ask', ...origin, games: open, doubts: about, because });
    return done(facts, { jobs: more });
  });
};

/** The clustering of rows that are all there is in their components. */
export async function clusterRows(
  db: Db,
  rows: ReadonlyMap<RecordId, Row>,
  edges: readonly Likeness[],
  judgements: readonly Judged[],
  model: MatchModel,
): Promise<Clustering> {
  const inside = edges.filter(({ a, b }) => rows.has(a) && rows.has(b));
  const tied = new Set([...inside, ...judgements].flatMap(({ a, b }) => [a, b]));
  const stance = await readStances(db, [...tied], model);
  return clustersOf([...rows.values()].map(memberOf), inside, judgements, stance, model.thresholds);
}

function reach(
  seeds: readonly RecordId[],
  edges: readonly Likeness[],
  judgements: readonly Judged[],
  rows: ReadonlyMap<RecordId, Row>,
): RecordId[] {
  const beside = new Map<RecordId, RecordId[]>();
  for (const { a, b } of [...edges, ...judgements]) {
    beside.set(a, [...(beside.get(a) ?? []), b]);
    beside.set(b, [...(beside.get(b) ?? []), a]);
  }
  const seen = new Set(seeds.filter((id) => rows.has(id)));
  for (const id of seen) for (const other of beside.get(id) ?? []) if (rows.has(other)) seen.add(other);
  return [...seen];
}

/** The questions between the clusters themselves, and between them and games beyond, to which only weak edges lead. */
async function doubtsAround(
  { db }: Deps,
  rows: ReadonlyMap<RecordId, Row>,
  edges: readonly Likeness[],
  clustering: Clustering,
  limits: Thresholds,
): Promise<Doubt[]> {
  const beyond = new Set(edges.flatMap(({ a, b }) => [a, b]).filter((id) => !rows.has(id)));
  const outside = await gamesOf(db, beyond, rows);
  const clusterOf = (id: RecordId) => clustering.of(id) ?? outside.get(id);
  const title = (founder: RecordId) => rows.get(founder)?.title ?? outside.get(founder)?.title ?? '';
  const side = (id: RecordId): Side | undefined => {
    const cluster = clusterOf(id);
    const founded = cluster?.members[0]?.founded;
    return cluster && founded !== undefined
      ? { gameId: cluster.gameId, founded, title: title(cluster.founder) }
      : undefined;
  };
  const against = (a: RecordId, b: RecordId) => {
    const [one, other] = [clustering.of(a), clustering.of(b)];
    if (one && other) return clustering.against(one, other);
    const [left, right] = [clusterOf(a), clusterOf(b)];
    return left && right && haveTwins(left.members, right.members) ? 'source' : null;
  };
  return doubtsOf(edges, side, against, limits);
}

type Titled = Cluster & { title: string };

async function gamesOf(
  db: Db,
  ids: ReadonlySet<RecordId>,
  inside: ReadonlyMap<RecordId, Row>,
): Promise<Map<RecordId, Titled>> {
  if (ids.size === 0) return new Map();
  const rows = await readRows(db, ids);
  const games = new Set([...rows.values()].flatMap(({ game_id }) => game_id ?? []));
  const members = (await readGames(db, games)).filter(({ record_id }) => !inside.has(record_id));
  const clusters = new Map<RecordId, Titled>();
  for (const [gameId, all] of Map.groupBy(members, (row) => row.game_id as GameId)) {
    const sorted = all.map(memberOf).sort(earliestFirst);
    const founder = sorted[0]?.recordId as RecordId;
    const title = all.find(({ record_id }) => record_id === founder)?.title ?? '';
    for (const { record_id } of all) clusters.set(record_id, { gameId, founder, members: sorted, title });
  }
  return clusters;
}

const haveTwins = (left: readonly Member[], right: readonly Member[]): boolean =>
  left.some((one) => !one.isPart && right.some((other) => !other.isPart && other.source === one.source));
