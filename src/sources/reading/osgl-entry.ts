/**
 * The form of an entry in Trilarion's list of open source games: a title, lines `- Field: value, value (comment)`,
 * free notes, and a section about building the program. Fields are described in the repository's CONTRIBUTING.md.
 */
import { line } from './text.ts';

export type EntryItem = { text: string; comment: string };
export type Entry = {
  title: string;
  /** By name in lower case and the singular: `keyword`, `code repository`. */
  fields: Map<string, EntryItem[]>;
  /** Markdown as its authors wrote it. */
  notes: string;
  /** Lines that begin as a field does and are none. */
  odd: string[];
};

const most = 200_000;

/** Null when the text has no title or no field: then it is no entry. */
export function readEntry(text: string): Entry | null {
  const lines = text.slice(0, most).split(/\r?\n/);
  const end = lines.findIndex((each) => /^## Building\b/.test(each));
  const entry: Entry = { title: '', fields: new Map(), notes: '', odd: [] };
  const notes: string[] = [];
  for (const written of end === -1 ? lines : lines.slice(0, end)) {
    const title = /^# (.+)$/.exec(written)?.[1];
    const [, key, value] = /^- ([^:]{1,40}):(.*)$/.exec(written) ?? [];
    if (title !== undefined && entry.title === '') entry.title = line(title);
    else if (key !== undefined && value !== undefined) {
      const name = key
        .trim()
        .toLowerCase()
        .replace(/([^s])s$/, '$1');
      if (value.trim()) entry.fields.set(name, [...(entry.fields.get(name) ?? []), ...readItems(value)]);
    } else if (written.startsWith('- ')) entry.odd.push(line(written, 80));
    else if (!written.startsWith('[comment]:')) notes.push(written.replace(/^_(.*)_\s*$/, '$1'));
  }
  entry.notes = notes.join('\n').trim();
  return entry.title === '' || entry.fields.size === 0 ? null : entry;
}

/** Values stand apart by commas; those within brackets belong to a comment or an address. `@port` is a comment too. */
export function readItems(value: string): EntryItem[] {
  const items: string[] = [''];
  let depth = 0;
  for (const letter of value.slice(0, 50_000)) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth = Math.max(0, depth - 1);
    if (letter === ',' && depth === 0) items.push('');
    else items[items.length - 1] += letter;
  }
  return items.map(readItem).filter(({ text }) => text !== '');
}

/** Brackets within a name belong to it: only what ends the value is a comment. */
const commentAtEnd = /\s+(\([^()]{0,500}\)|@[\w-]{1,40})$/;

function readItem(written: string): EntryItem {
  let text = written.trim();
  const comments: string[] = [];
  for (let found = commentAtEnd.exec(text); found !== null; found = commentAtEnd.exec(text)) {
    comments.unshift((found[1] ?? '').replace(/^\(|\)$/g, ''));
    text = text.slice(0, found.index);
  }
  return { text, comment: comments.join(' ') };
}
