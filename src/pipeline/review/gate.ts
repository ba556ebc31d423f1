/**
 * The one door to the catalogue: compares a draft with what is published, and says what to publish or why
 * a person should look first.
 */
import { canonical } from '../../domain/canonical.ts';
import { type FieldName, fieldNames, type GameFields } from '../../domain/game.ts';

export type Verdict =
  | { verdict: 'unchanged' }
  | { verdict: 'publish'; set: Partial<GameFields>; quality: number }
  | { verdict: 'ask'; reasons: string[] };

const longestTitle = 300;
const names: readonly FieldName[] = ['title', 'alternativeTitles', 'credits'];

/** `published` is null for a game the catalogue does not have yet; `approved`: a curator has said yes to this draft. */
export function gate(drafted: GameFields, published: GameFields | null, approved: boolean): Verdict {
  const changed = fieldNames.filter(
    (name) => published === null || canonical(drafted[name]) !== canonical(published[name]),
  );
  if (published !== null && changed.length === 0) return { verdict: 'unchanged' };
  const reasons = [...invalid(drafted), ...(published === null || approved ? [] : anomalies(drafted, published))];
  if (reasons.length > 0) return { verdict: 'ask', reasons };
  const together = changed.some((name) => names.includes(name)) ? [...new Set([...changed, ...names])] : changed;
  return {
    verdict: 'publish',
    set: Object.fromEntries(together.map((name) => [name, drafted[name]])),
    quality: quality(drafted),
  };
}

/** What no catalogue entry may have, approved or not. */
function invalid({ title, urls, releaseDate }: GameFields): string[] {
  return [
    ...(title.value.trim() === '' ? ['The title is empty.'] : []),
    ...(title.value.length > longestTitle
      ? [`The title has ${title.value.length} characters, more than ${longestTitle}.`]
      : []),
    ...urls
      .filter(({ value }) => !/^https?:\/\//i.test(value.url))
      .map(({ value }) => `The address ${value.url} is not http(s).`),
    ...(releaseDate && !/^\d{4}(-\d\d(-\d\d)?)?$/.test(releaseDate.value)
      ? [`${releaseDate.value} is no release date.`]
      : []),
  ];
}

/** Changes so large that a broken page or a wrong join is likelier than news. */
function anomalies(drafted: GameFields, published: GameFields): string[] {
  const reasons: string[] = [];
  const [before, after] = [textLength(published), textLength(drafted)];
  if (before > 500 && after < before * 0.3)
    reasons.push(`The descriptions shrink from ${before} to ${after} characters.`);
  if (published.urls.length > 6 && drafted.urls.length < published.urls.length / 2) {
    reasons.push(`Of ${published.urls.length} addresses only ${drafted.urls.length} are left.`);
  }
  // A better source brings its own spelling; only one and the same record that turns into another game is odd.
  const [was, is] = [published.title, drafted.title];
  if (was.by[0] === is.by[0] && !alike(was.value, is.value)) {
    reasons.push(`The title changes altogether, from «${was.value}» to «${is.value}».`);
  }
  return reasons;
}

const textLength = ({ descriptions }: GameFields) => descriptions.reduce((sum, { value }) => sum + value.length, 0);
const letters = (title: string) =>
  title
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
function alike(a: string, b: string): boolean {
  const [left, right] = [letters(a), letters(b)];
  const shared = left.split(' ').some((word) => word.length > 2 && right.split(' ').includes(word));
  return (
    shared || left.includes(right) || right.includes(left) || left.replaceAll(' ', '') === right.replaceAll(' ', '')
  );
}

/** How complete an entry is, 0 to 1: the share of the fields a reader looks for that are filled. */
export function quality(fields: GameFields): number {
  const filled = [
    fields.descriptions.length > 0,
    textLength(fields) >= 200,
    fields.releaseDate !== null,
    fields.credits.length > 0,
    fields.tags.length > 0,
    fields.urls.length > 0,
    fields.urls.some(({ value }) => value.category === 'screenshot' || value.category === 'poster'),
    fields.languages.length > 0,
  ];
  return Math.round((filled.filter(Boolean).length / filled.length) * 1000) / 1000;
}
