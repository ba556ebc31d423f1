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
      ...told(said),
      source: 'source' in said.payload ? said.payload.source : null,
      fields: said.type === 'GamePublished' ? Object.keys(said.payload.set) : [],
    };
  });
}

const how = { match: '', judgement: ' by judgement', arranged: ' by hand', undone: ', for an arrangement was undone' };

/** One fact of a game's life, as a word (`linked.match`, `withdrawn.into`, …) and as a line. */
function told(fact: Fact): Pick<Change, 'what' | 'about' | 'summary'> {
  switch (fact.type) {
    case 'MatchDecided': {
      const { decision, title, candidates } = fact.payload;
      if (decision === 'new')
        return { what: 'match.new', about: title, summary: `«${title}» is like no game known before` };
      const found = candidates[0]?.evidence.map(({ feature }) => feature).join(', ');
      return { what: 'match.same', about: title, summary: `«${title}» is this game (${found})` };
    }
    case 'RecordLinked': {
      const { because, recordId } = fact.payload;
      return {
        what: `linked.${because}`,
        about: recordId,
        summary: `${recordId} was joined to the game${how[because]}`,
      };
    }
    case 'GameWithdrawn': {
      const { into } = fact.payload;
      if (into === null) return { what: 'withdrawn', about: '', summary: 'withdrawn: no record is left' };
      return { what: 'withdrawn.into', about: into, summary: `withdrawn: its records are in ${into}` };
    }
    case 'GamePublished': {
      const { first, set } = fact.payload;
      if (first) return { what: 'published', about: '', summary: 'first published' };
      return { what: 'published.again', about: '', summary: `changed: ${Object.keys(set).join(', ')}` };
    }
    case 'ReviewOpened': {
      const about = fact.payload.reasons.join(' ');
      return { what: 'held', about, summary: `held for review: ${about}` };
    }
    case 'ReviewClosed': {
      const { because } = fact.payload;
      return { what: 'closed', about: because, summary: `review closed: ${because}` };
    }
    case 'JudgementMade': {
      const { judgement, reason } = fact.payload;
      return {
        what: `judged.${judgement}`,
        about: reason ?? '',
        summary: `judged ${judgement}${reason ? `: ${reason}` : ''}`,
      };
    }
    default:
      return { what: fact.type, about: '', summary: fact.type };
  }
}
