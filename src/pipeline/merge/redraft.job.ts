/** After the rules changed: every game is drafted anew, some at a time, in the order of their ids. */
import type { GameId } from '../../domain/ids.ts';
import type { SlowStep } from '../deps.ts';
import { done } from '../outcome.ts';

const together = 200;

export const redraftStep: SlowStep<'redraft'> = async (job, deps) => {
  // Drafts made by the old rules that are still under way end before the first game is looked at.
  if (job.after === null) await deps.db.query("select pg_advisory_xact_lock(hashtext('variorum.commit'))");
  const { rows: standing } = await deps.db.query<{ hash: string }>('select hash from enrichment_rules');
  // The rules changed once more: the redraft that came of it begins from the first game.
  if (standing[0]?.hash !== job.rules) return done([]);
  const { rows } = await deps.db.query<{ game_id: GameId }>(
    `select game_id from game_draft where $1::uuid is null or game_id > $1::uuid order by game_id limit ${together}`,
    [job.after],
  );
  const last = rows.at(-1)?.game_id;
  if (last === undefined) return done([]);
  const { kind: _, after: __, rules, ...origin } = job;
  return done([], {
    jobs: [
      ...rows.map(({ game_id: gameId }) => ({ kind: 'draft' as const, ...origin, gameId })),
      { kind: 'redraft', ...origin, after: last, rules },
    ],
  });
};
