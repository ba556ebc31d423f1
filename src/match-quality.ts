/** How good matching is by what curators judged: only judgements count that the model in force has not learnt from. */
import type { ModelFigures, ReliabilityBin } from './domain/match-model.ts';
import { isRecomparing, listModels, type ModelRow } from './match-models.ts';
import { readModel } from './pipeline/match/in-force.job.ts';
import { figuresOf, heldBackOf } from './pipeline/match/learn.ts';
import { type ReadLesson, readLessons } from './pipeline/match/lessons.job.ts';
import type { Db } from './platform/postgres.ts';

export type WeekQuality = {
  /** Its Monday. */
  week: string;
  judged: number;
  precision: number | null;
  recall: number | null;
  asked: number;
};

export type Quality = {
  bins: ReliabilityBin[];
  ece: number | null;
  precision: number | null;
  recall: number | null;
  judged: number;
  /** Of those, how many the model in force never saw. */
  unseen: number;
  weeks: WeekQuality[];
  askedShare: number;
  recomparing: boolean;
  models: ModelRow[];
};

const mostWeeks = 53;

/** All that is known of the quality of matching. */
export async function readQuality(db: Db): Promise<Quality> {
  const model = await readModel(db);
  const lessons = await readLessons(db);
  const isUnseen = await unseenBy(db, model.version, lessons);
  const unseen = lessons.filter(isUnseen);
  const { bins, ece, precision, recall } = figuresOf(unseen, model);
  const asked = await askedByWeek(db);
  const byWeek = Map.groupBy(lessons, ({ at }) => mondayOf(at));
  const weeks = [...new Set([...byWeek.keys(), ...asked.keys()])].sort().slice(-mostWeeks);
  return {
    bins,
    ece: unseen.length === 0 ? null : ece,
    precision,
    recall,
    judged: lessons.length,
    unseen: unseen.length,
    weeks: weeks.map((week) => {
      const own = byWeek.get(week) ?? [];
      const figures: ModelFigures = figuresOf(own.filter(isUnseen), model);
      return {
        week,
        judged: own.length,
        precision: figures.precision,
        recall: figures.recall,
        asked: asked.get(week) ?? 0,
      };
    }),
    askedShare: await askedShare(db),
    recomparing: await isRecomparing(db),
    models: await listModels(db),
  };
}

/** What was held back when the model was trained, and what was said since. */
async function unseenBy(
  db: Db,
  version: number,
  lessons: readonly ReadLesson[],
): Promise<(lesson: ReadLesson) => boolean> {
  if (version === 0) return () => true;
  const { rows } = await db.query<{ position: number }>(
    'select position::float8 as position from match_model where model_version = $1',
    [version],
  );
  const trainedAt = rows[0]?.position ?? 0;
  const isHeldBack = heldBackOf(lessons);
  return (lesson) => lesson.position > trainedAt || isHeldBack(lesson);
}

async function askedByWeek(db: Db): Promise<Map<string, number>> {
  const { rows } = await db.query<{ week: string; asked: number }>(
    // The same question again, with other evidence, is one question.
    `select to_char(date_trunc('week', first at time zone 'UTC'), 'YYYY-MM-DD') as week, count(*)::int as asked
       from (select min(opened_at) as first from review where kind = 'match' group by record_id, other_id) as question group by 1`,
  );
  return new Map(rows.map(({ week, asked }) => [week, asked]));
}

/** Of all records, the share about which a curator was asked whether they are another game's. */
async function askedShare(db: Db): Promise<number> {
  const { rows } = await db.query<{ asked: number; records: number }>(
    `select (select count(distinct record_id)::int from review where kind = 'match') as asked,
            (select count(*)::int from source_record) as records`,
  );
  const { asked, records } = rows[0] ?? { asked: 0, records: 0 };
  return records === 0 ? 0 : Math.min(1, asked / records);
}

function mondayOf(at: Date): string {
  const day = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()));
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
}
