/** What matching says of two records: named evidence, each with a sign, never a bare number; and what curators say of them. */
import type { GameId, RecordId } from './ids.ts';

export type Evidence = {
  /** `url`, `identifier`, `title`, `author`, `year`, `number` … */
  feature: string;
  /** In bits: for the same game above zero, against below. */
  weight: number;
  /** One line a curator can judge by. */
  detail: string;
};

/** An edge from the record that was compared to another one. */
export type Compared = {
  other: RecordId;
  probability: number;
  evidence: Evidence[];
  /** What the probability was, when the record was likened to the other before and it changed. */
  before?: number;
};

export type Judgement = 'same' | 'different';
/** What a curator may answer to a question; unsure leaves it open. */
export type Answer = Judgement | 'unsure';
/** A word on two records; `a` sorts before `b`. */
export type JudgedPair = { a: RecordId; b: RecordId; judgement: Judgement };
export type ArrangementKind = 'same' | 'different' | 'merge' | 'split' | 'move';

/** A game a record may belong to; `recordId` is the record of it that is most alike (absent in old logs). */
export type Candidate = {
  gameId: GameId;
  title: string;
  evidence: Evidence[];
  recordId?: RecordId;
  probability?: number;
};

/** Two games that may be one: the two records that are most alike, and why the machine does not join them. */
export type Doubt = {
  /** Of the game that was founded later: the question is which game it is. */
  recordId: RecordId;
  gameId: GameId;
  candidate: Candidate & { recordId: RecordId; probability: number };
  reason: string;
  /** Its game is not published before the answer, unless it was already. */
  holds: boolean;
};

/** A pair in the order of its ids. */
export const ordered = <T extends string>(one: T, other: T): [T, T] => (one < other ? [one, other] : [other, one]);
