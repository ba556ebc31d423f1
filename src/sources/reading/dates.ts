/**
 * Dates as pages write them, in EDTF (ISO 8601-2): `1998`, `1998-03`, `1998-03-01`. A date that cannot be is no date, and
 * what is not certain is left out: of `03/04/2015`, `Q3 2015`, `ca. March 2015` and `2015–2018` only the (first) year stays.
 */
import { about, fillers, monthNumbers, plainWord, quarter, untilNow, vague } from './date-words.ts';

type Parts = { year?: string; month?: string; day?: string };

const time = /[t ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?.{0,16}$/;

/** Dates in figures alone. */
const forms = [
  /^(?<year>\d{4})$/,
  /^(?<year>\d{4})[-./](?<month>\d{1,2})(?:[-./](?<day>\d{1,2}))?\.?$/,
  /^(?<year>\d{4})[. ] ?(?<month>\d{1,2})[. ] ?(?<day>\d{1,2})\.?$/,
  /^(?<day>\d{1,2})\. ?(?<month>\d{1,2})\. ?(?<year>\d{4})(?: ?(?:г|г\.|р|р\.|r|r\.|года|року))?$/,
  /^(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<day>\d{2})(?:t\d{4,6}z?)?$/,
  /^(?<year>\d{4}) ?[年년](?: ?(?:(?<month>\d{1,2}) ?[月월](?: ?(?<day>\d{1,2}) ?[日일号])?|[春夏秋冬]))?(?: ?\([^()]\))?$/,
];

/** Reads a date; null when there is none, or none that can be. Zeros stand for "unknown", as databases write them. */
export function edtf(text: string): string | null {
  const written = text.slice(0, 100).normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
  const certain = written.replace(about, '').replace(/ ?(?:\(\?\)|[?~%])$/, '');
  if (certain !== written) return yearOf(certain);
  return exactDate(written) ?? (isRange(written) ? yearOf(written) : null);
}

function yearOf(written: string): string | null {
  const date = exactDate(written) ?? exactDate(rangeParts(written)?.[0] ?? '');
  return date?.slice(0, 4) ?? null;
}

function exactDate(written: string): string | null {
  if (!/\d{4}/.test(written)) return null;
  const date = /\d:\d/.test(written) ? written.replace(time, '') : written;
  for (const form of forms) {
    const found = form.exec(date);
    if (found) return fromParts(found.groups ?? {});
  }
  const [, first = '', second = '', year = ''] = /^(\d{1,2})([-/] ?\d{1,2})[-/] ?(\d{4})$/.exec(date) ?? [];
  return year ? withEitherOrder(first, second.replace(/\D/g, ''), year) : fromWords(date);
}

/** Day first, as most of the world writes, or month first, as the United States do: where both can be, the year stays. */
function withEitherOrder(first: string, second: string, year: string): string | null {
  const dayFirst = fromParts({ day: first, month: second, year });
  const monthFirst = fromParts({ day: second, month: first, year });
  if (dayFirst === null || monthFirst === null || dayFirst === monthFirst) return dayFirst ?? monthFirst;
  return year;
}

/** A year, a month in letters and a day, in any order, among words that say nothing; any other word: no date. */
function fromWords(date: string): string | null {
  const rest = date.replace(quarter, ' ');
  if (/[^\p{L}\p{M}\d\s.,'’ʼ°()[\]/@-]/u.test(rest)) return null;
  const parts: Parts = {};
  for (const token of rest.match(/\d+|[\p{L}\p{M}ʼ]+/gu) ?? []) {
    const word = plainWord(token);
    const month = monthNumbers.get(word);
    const part = /^[12]\d{3}$/.test(token) ? 'year' : /^\d{1,2}$/.test(token) ? 'day' : month ? 'month' : undefined;
    if (part === undefined) {
      if (fillers.has(word) || vague.has(word)) continue;
      return null;
    }
    if (parts[part] !== undefined) return null;
    parts[part] = month ? String(month) : token;
  }
  return parts.year === undefined || (parts.day !== undefined && parts.month === undefined) ? null : fromParts(parts);
}

function fromParts({ year = '', month = '', day = '' }: Parts): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (y === 0 || m > 12) return null;
  if (m === 0) return d === 0 ? year : null;
  const daysInMonth = new Date(Date.UTC(2000 + (y % 400), m, 0)).getUTCDate();
  if (d > daysInMonth) return null;
  return [year, String(m).padStart(2, '0'), ...(d > 0 ? [String(d).padStart(2, '0')] : [])].join('-');
}

/** `1998–2003`, `1998–99`, `May 2014 – June 2015`, `1998 – present`, `1998/2003`. */
function isRange(written: string): boolean {
  const [first, last] = rangeParts(written) ?? [];
  const from = first === undefined ? null : exactDate(first);
  if (from === null || last === undefined) return false;
  const end = /^\d{2}$/.test(last) && from.length === 4 ? from.slice(0, 2) + last : last;
  return untilNow.has(plainWord(last).replaceAll('.', '')) || (exactDate(end) ?? '') > from;
}

function rangeParts(written: string): [string, string] | null {
  const parts = written.split(/ - | ?[–—] ?|\.\.|(?<=^\d{4})[-/](?=\d{4}$)|(?<=^\d{4})-(?=(?:1[3-9]|[2-9]\d)$)/);
  return parts.length === 2 ? [parts[0] ?? '', parts[1] ?? ''] : null;
}
