/** The records of link files, as they are read and as they are kept while pairs are sought. */
import { mostTitles } from './pipeline/match/keys.ts';
import type { Fields } from './pipeline/match/pair-record.ts';
import { readShortForm } from './pipeline/match/short-form.ts';
import { titleParts } from './pipeline/match/title-parts.ts';
import { TitleStore } from './pipeline/match/title-store.ts';
import type { TrainedModel } from './pipeline/match/trained-model.ts';
import { type Matchable, type Traits, traitsOf } from './pipeline/match/traits.ts';
import { BadFile, readJsonLines } from './platform/json-lines.ts';

export type Loaded = {
  ids: string[];
  records: Matchable[];
  /** As they stood in the file; only kept for a trained model, which reads fields of its own. */
  fields: Fields[];
  titles: TitleStore;
  /** The first record of the second file. */
  split: number;
};

/** Reads one file or two. Throws BadFile with file and line of what cannot be used. */
export async function loadRecords(
  left: string,
  right: string | null,
  model: TrainedModel | null,
  progress: (done: number) => void,
): Promise<Loaded> {
  const loaded: Loaded = { ids: [], records: [], fields: [], titles: new TitleStore(), split: 0 };
  const shared = new Map<string, string>();
  for (const path of right === null ? [left] : [left, right]) {
    for await (const { value, line } of readJsonLines(path)) {
      const read = readShortForm(model ? inOurWords(value, model) : value);
      if ('wrong' in read) throw new BadFile(`${path}, line ${line} cannot be used: ${read.wrong}.`);
      loaded.ids.push(read.id);
      loaded.records.push(sharing(read.record, shared));
      if (model) loaded.fields.push(value as Fields);
      loaded.titles.add(read.record.titles.slice(0, mostTitles).map((title) => titleParts(title)));
      if (loaded.ids.length % 1000 === 0) progress(loaded.ids.length);
    }
    if (path === left) loaded.split = loaded.ids.length;
  }
  return loaded;
}

/** The same names stand in very many records; each is kept once. */
function sharing(record: Matchable, known: Map<string, string>): Matchable {
  const once = (text: string): string => {
    const same = known.get(text);
    if (same === undefined) known.set(text, text);
    return same ?? text;
  };
  const { source, publishers, platforms } = record;
  return {
    ...record,
    source: once(source),
    ...(publishers && { publishers: publishers.map(once) }),
    ...(platforms && { platforms: platforms.map(once) }),
  };
}

/** A record whose fields have other names, with ours beside them. */
function inOurWords(value: unknown, model: TrainedModel): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const named = Object.entries(model.fields).map(([field, role]) => [role, (value as Fields)[field]] as const);
  return { ...value, ...Object.fromEntries(named.filter(([, given]) => given !== undefined && given !== '')) };
}

/** So many records' traits are kept ready; others are made again when they are needed. */
const mostTraits = 60_000;

/** Traits take a kilobyte a record: of very many, those asked for lately are kept, in two generations. */
export function traitsKeeper(records: readonly Matchable[]): (record: number) => Traits {
  let young = new Map<number, Traits>();
  let old = new Map<number, Traits>();
  return (record) => {
    const known = young.get(record);
    if (known) return known;
    const made = old.get(record) ?? traitsOf(records[record] as Matchable);
    if (young.size >= mostTraits) {
      old = young;
      young = new Map();
    }
    young.set(record, made);
    return made;
  };
}
