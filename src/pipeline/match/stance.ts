/** What speaks against two records being one game when neither was joined to the other directly, but both to a third. */
import type { RecordId } from '../../domain/ids.ts';
import type { Evidence } from '../../domain/match.ts';
import type { MatchModel } from '../../domain/match-model.ts';
import { judgePair, shippedModel, type Thresholds, thresholds } from './pair.ts';
import type { Traits } from './traits.ts';

/** `barred`: never one game by the machine's word. `apart`: something tells them apart. `open`: nothing does. */
export type Stance = 'barred' | 'apart' | 'open';
export type StanceOf = (a: RecordId, b: RecordId) => Stance;

/** What tells works of one series apart, whatever else is alike. */
const telling = new Set(['number', 'work', 'edition', 'year in title']);
/** In bits: so strong a word against stands alone. */
const tellingWeight = -4.5;
/** Another title may be a translation, and descriptions are many: neither speaks against a tie over a third record. */
const silent = new Set(['title', 'rare title', 'rare words', 'description', 'package', 'aside']);

export function stanceOf(
  { probability, evidence }: { probability: number; evidence: readonly Evidence[] },
  { same, ask }: Thresholds = thresholds,
): Stance {
  if (evidence.some(({ feature, weight }) => weight <= tellingWeight && !silent.has(feature))) return 'barred';
  const beside = evidence.reduce((sum, { feature, weight }) => (silent.has(feature) ? sum : sum + weight), 0);
  if (beside > -1 || probability >= same) return 'open';
  return probability < ask ? 'barred' : 'apart';
}

/** Whether they are works of one series, or another making of one: not worth a question. */
export const tellsApart = (evidence: readonly Evidence[]): boolean =>
  evidence.some(({ feature, weight }) => telling.has(feature) && weight <= tellingWeight);

/** Stances of records by what is known of them, each pair looked at once. */
export function stances(traits: (id: RecordId) => Traits | undefined, model: MatchModel = shippedModel): StanceOf {
  const known = new Map<string, Stance>();
  return (a, b) => {
    const key = a < b ? `${a}\n${b}` : `${b}\n${a}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const [left, right] = [traits(a), traits(b)];
    const stance = left && right ? stanceOf(judgePair(left, right, model), model.thresholds) : 'open';
    known.set(key, stance);
    return stance;
  };
}
