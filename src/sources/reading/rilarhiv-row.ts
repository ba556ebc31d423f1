/**
 * What a row of rilarhiv.ru says in one text: `"Title", Author and Author (2011) /демо/`, `"Title" Author, 1996`,
 * `"Title" (Author; Platform)`, `"Title" Author, 1998 год /перевод …/`.
 */
import { edtf } from './dates.ts';
import { cut } from './text.ts';

export type Row = {
  title: string;
  authors: string[];
  year: string | undefined;
  isDemo: boolean;
  platforms: string[];
  /** Remarks of the row that have no place in a record. */
  unread: string[];
};

/** The year alone, as these rows write it; games are no older than this. */
const yearForm = /^((?:19[7-9]|20\d)\d)(?: ?(?:год|г\.?))?$/;

/** Reads a row’s text, clean and in one line; null when it does not begin with a title in quotes. */
export function readRow(text: string): Row | null {
  // Quotes within the title: the last quote is the one after which something else begins.
  const found = /^"(.{1,300}?)"(?=\s*$|\s*[,(/]|\s+[^"\s])(.*)$/su.exec(text) ?? /^"([^"]{1,300})"(.*)$/s.exec(text);
  const title = (found?.[1] ?? '').trim();
  if (!found || title === '') return null;
  const row: Row = { title, authors: [], year: undefined, isDemo: false, platforms: [], unread: [] };
  const rest = (found[2] ?? '').replace(
    /\s*(?:\(([^()]{1,300})\)|\/([^/()]{1,200})\/)\s*/g,
    (_, round = '', slashed = '') => {
      readRemark(row, (round || slashed).trim());
      return ' ';
    },
  );
  row.authors.unshift(...names(row, rest));
  return row;
}

function readRemark(row: Row, remark: string): void {
  const [people, platform, ...more] = remark.split(';').map((part) => part.trim());
  if (/^демо(-?версия)?$/i.test(remark)) row.isDemo = true;
  else if (yearForm.test(remark)) row.year ??= year(remark);
  else if (people && platform && more.length === 0) {
    row.authors.push(...names(row, people));
    row.platforms.push(platform);
  } else if (remark !== '') row.unread.push(remark);
}

/** Names stand between commas and «и»; a year among them is when the game came out. */
function names(row: Row, text: string): string[] {
  const parts = text.split(/,\s+|\s+и\s+|^\s*,/).map((part) => cut(part.trim(), 200));
  for (const part of parts) if (yearForm.test(part)) row.year ??= year(part);
  return parts.filter((part) => !/^и?$/.test(part) && !yearForm.test(part));
}

const year = (text: string) => edtf(yearForm.exec(text)?.[1] ?? '') ?? undefined;
