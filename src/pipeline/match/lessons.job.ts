/** The judgements of curators that are in force, each with what is found when its two records are compared. */
import type { RecordId } from '../../domain/ids.ts';
import type { ArrangementKind, Judgement } from '../../domain/match.ts';
import type { GameRecord } from '../../domain/record.ts';
import type { Db } from '../../platform/postgres.ts';
import { compareTraits } from './features.ts';
import type { Lesson } from './learn.ts';
import { unknownRarity } from './rarity.ts';
import { matchableOf, type Traits, traitsOf } from './traits.ts';

/** `position`: where in the log it was said. */
export type ReadLesson = Lesson & { a: RecordId; b: RecordId; at: Date; position: number };

/** Older judgements than the newest of these are of records as they were long ago, and training must end. */
const mostLessons = 10_000;
const together = 1000;

type Row = {
  a: RecordId;
  b: RecordId;
  judgement: Judgement;
  kind: ArrangementKind;
  pairs: number;
  made_at: Date;
  position: number;
};

/** All pairs that were judged and whose records are there, the newest ones when there are very many. */
export async function readLessons(db: Db): Promise<ReadLesson[]> {
  const { rows } = await db.query<Row>(
    `select j.record_a as a, j.record_b as b, j.judgement, a.kind, a.made_at, a.position::float8 as position,
            (select count(*)::int from judgement w where w.arrangement_id = a.arrangement_id) as pairs
       from judgement_in_force j join arrangement a using (arrangement_id)
      order by a.position desc, j.record_a, j.record_b limit ${mostLessons}`,
  );
  const lessons: ReadLesson[] = [];
  for (let from = 0; from < rows.length; from += together) {
    const some = rows.slice(from, from + together);
    const traits = await readTraits(db, new Set(some.flatMap(({ a, b }) => [a, b])));
    for (const { a, b, judgement, kind, pairs, made_at: at, position } of some) {
      const [left, right] = [traits.get(a), traits.get(b)];
      if (!left || !right) continue;
      const found = compareTraits(left, right, unknownRarity).map(({ feature, level }) => ({
        feature,
        level,
        detail: '',
      }));
      lessons.push({ a, b, found, same: judgement === 'same', weight: weightOf(kind, pairs), at, position });
    }
  }
  return lessons;
}

/**
 * A word on two records counts whole. Of many at once each was looked at less closely; and who merges, splits or moves
 * speaks of games, from which the words on pairs only follow.
 */
export const weightOf = (kind: ArrangementKind, pairs: number): number =>
  (kind === 'same' || kind === 'different' ? 1 : 0.5) / Math.sqrt(Math.max(pairs, 1));

async function readTraits(db: Db, ids: ReadonlySet<RecordId>): Promise<Map<RecordId, Traits>> {
  const { rows } = await db.query<{ record_id: RecordId; record: GameRecord }>(
    'select record_id, record from source_record where record_id = any($1)',
    [[...ids]],
  );
  return new Map(rows.map(({ record_id, record }) => [record_id, traitsOf(matchableOf(record))]));
}
