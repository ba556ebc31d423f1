/** Records side by side, a row a field: which values both sides have, and which only one. */
import type { Side, SideRecord } from '../../../src/api/contract-judging.ts';

export const comparedFields = [
  'title',
  'alternativeTitles',
  'authors',
  'releaseDate',
  'platforms',
  'publishers',
  'languages',
  'identifiers',
  'tags',
  'description',
  'urls',
] as const;
export type ComparedField = (typeof comparedFields)[number];

export type Column = { side: number; record: SideRecord };
/** `one`: the other side says nothing; null: nothing is said of likeness. */
export type Verdict = 'same' | 'some' | 'different' | 'one' | null;
export type Part = { text: string; shared: boolean };
export type ComparedValue = Part & {
  /** Of titles: the words, so that those only here can be marked. */
  words: Part[];
};
export type ComparedRow = { field: ComparedField; verdict: Verdict; cells: ComparedValue[][] };

/** The records as columns: of each side all, or only the one that is asked about. */
export const columnsOf = (sides: readonly Side[], all: boolean): Column[] =>
  sides.flatMap(({ records }, side) => (all ? records : records.slice(0, 1)).map((record) => ({ side, record })));

export function compareRecords(columns: readonly Column[]): ComparedRow[] {
  return comparedFields.flatMap((field) => {
    const cells = columns.map(({ side, record }) => {
      const others = columns.filter((other) => other.side !== side).map((other) => other.record);
      const known = others.flatMap((other) => [...valuesOf(other, field), ...related(other, field)]);
      return valuesOf(record, field).map((text): ComparedValue => {
        const shared = known.some((other) => isOne(field, text, other));
        return { text, shared, words: isTitle(field) ? wordsOf(text, known, shared) : [] };
      });
    });
    if (cells.every((values) => values.length === 0)) return [];
    return [{ field, verdict: verdictOf(field, columns, cells), cells }];
  });
}

function verdictOf(field: ComparedField, columns: readonly Column[], cells: readonly ComparedValue[][]): Verdict {
  const sides = new Set(columns.flatMap(({ side }, index) => (cells[index]?.length ? [side] : [])));
  if (sides.size < 2) return new Set(columns.map(({ side }) => side)).size < 2 ? null : 'one';
  if (field === 'description') return null;
  const values = cells.flat();
  if (values.every(({ shared }) => shared)) return 'same';
  const isPart = ({ shared, words }: ComparedValue) =>
    shared || words.some((word) => word.shared && word.text.trim() !== '');
  return values.some(isPart) ? 'some' : 'different';
}

const isTitle = (field: ComparedField) => field === 'title' || field === 'alternativeTitles';

function valuesOf(record: SideRecord, field: ComparedField): string[] {
  switch (field) {
    case 'title':
      return [record.title];
    case 'alternativeTitles':
      return record.otherTitles;
    case 'releaseDate':
      return record.releaseDate === null ? [] : [record.releaseDate];
    case 'description':
      return record.description === null ? [] : [record.description.text];
    case 'urls':
      return record.links;
    default:
      return record[field];
  }
}

/** One side's title may be another title of the other. */
function related(record: SideRecord, field: ComparedField): string[] {
  if (field === 'title') return record.otherTitles;
  return field === 'alternativeTitles' ? [record.title] : [];
}

function isOne(field: ComparedField, one: string, other: string): boolean {
  switch (field) {
    case 'releaseDate':
      // 2019 and 2019-06-03 do not contradict each other.
      return one.startsWith(other) || other.startsWith(one);
    case 'languages':
      return one.split('-')[0] === other.split('-')[0];
    case 'urls':
      return address(one) === address(other);
    case 'identifiers':
      return one.toLowerCase() === other.toLowerCase();
    default:
      return letters(one) === letters(other);
  }
}

function wordsOf(text: string, others: readonly string[], shared: boolean): Part[] {
  const known = new Set(others.flatMap((other) => other.split(/\s+/).map(letters)));
  return text
    .split(/(\s+)/)
    .map((word) => ({ text: word, shared: shared || word.trim() === '' || known.has(letters(word)) }));
}

const address = (url: string): string =>
  url
    .replace(/^https?:\/\/(www\.)?/i, '')
    .replace(/\/$/, '')
    .toLowerCase();

function letters(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().replaceAll('ё', 'е');
  return plain.replace(/[^\p{L}\p{N}]+/gu, '') || plain.trim();
}
