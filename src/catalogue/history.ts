/** What happened to a game, newest first, in one line each. */
import type { Fact } from '../domain/events.ts';
import type { Db } from '../platform/postgres.ts';

export type Change = {
  eventId: string;
  at: string;
  actor: string;
  kind: string;
  /** What happened as a word with a name in each language, and of what: a record, a game, somebody's reason. */
  what: string;
  about: string;
  /** Both in one English line. */
  summary: string;
  source: string | null;
  fields: string[];
};

const kinds = [
  'RecordLinked',
  'GamePublished',
  'GameWithdrawn',
  'ReviewOpened',
  'ReviewClosed',
  'JudgementMade',
  'MatchDecided',
];
const most = 100;

export async function history(db: Db, gameId: string): Promise<Change[]> {
  const { rows } = await db.query<{
    event_id: string;
    event_type: string;
    timestamp: Date;
    actor: string;
    payload: unknown;
  }>({
    name: 'game-history',
    text: `select event_id, event_type, timestamp, actor, payload from import_event
            where game_id = $1 and event_type = any($2) order by position desc limit ${most}`,
    values: [gameId, kinds],
  });
  return rows.map((row) => {
    const said = { type: row.event_type, payload: row.payload } as Fact;
    return {
      eventId: row.event_id,
      at: row.timestamp.toISOString(),
      actor: row.actor,
      kind: row.event_type,
      ...wordOf(said),
      summary: summary(said),
      source: 'source' in said.payload ? said.payload.source : null,
      fields: said.type === 'GamePublished' ? Object.keys(said.payload.set) : [],
    };
  });
}

/** `linked.match`, `withdrawn.into`, … */
function wordOf(fact: Fact): { what: string; about: string } {
  switch (fact.type) {
    case 'MatchDecided':
      return { what: fact.payload.decision === 'new' ? 'match.new' : 'match.same', about: fact.payload.title };
    case 'RecordLinked':
      return { what: `linked.${fact.payload.because}`, about: fact.payload.recordId };
    case 'GameWithdrawn':
      return { what: fact.payload.into === null ? 'withdrawn' : 'withdrawn.into', about: fact.payload.into ?? '' };
    case 'GamePublished':
      return { what: fact.payload.first ? 'published' : 'published.again', about: '' };
    case 'ReviewOpened':
      return { what: 'held', about: fact.payload.reasons.join(' ') };
    case 'ReviewClosed':
      return { what: 'closed', about: fact.payload.because };
    case 'JudgementMade':
      return { what: `judged.${fact.payload.judgement}`, about: fact.payload.reason ?? '' };
    default:
      return { what: fact.type, about: '' };
  }
}

const how = { match: '', judgement: ' by judgement', arranged: ' by hand', undone: ', for an arrangement was undone' };

/** One line about a fact of a game's life. */
export function summary(fact: Fact): string {
  switch (fact.type) {
    case 'MatchDecided':
      return fact.payload.decision === 'new'
        ? `«${fact.payload.title}» is like no game known before`
        : `«${fact.payload.title}» is this game (${fact.payload.candidates[0]?.evidence.map(({ feature }) => feature).join(', ')})`;
    case 'RecordLinked':
      return `${fact.payload.recordId} was joined to the game${how[fact.payload.because]}`;
    case 'GameWithdrawn':
      return fact.payload.into === null
        ? 'withdrawn: no record is left'
        : `withdrawn: its records are in ${fact.payload.into}`;
    case 'GamePublished':
      return fact.payload.first ? 'first published' : `changed: ${Object.keys(fact.payload.set).join(', ')}`;
    case 'ReviewOpened':
      return `held for review: ${fact.payload.reasons.join(' ')}`;
    case 'ReviewClosed':
      return `review closed: ${fact.payload.because}`;
    case 'JudgementMade':
      return `judged ${fact.payload.judgement}${fact.payload.reason ? `: ${fact.payload.reason}` : ''}`;
    default:
      return fact.type;
  }
}
