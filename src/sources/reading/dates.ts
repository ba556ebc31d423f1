/**
 * Dates as pages write them, in EDTF (ISO 8601-2): `1998`, `1998-03`, `1998-03-01`. A date that cannot be is no date.
 */

/** English and Russian, by the letters that tell a month from the others. */
const months = [
  /^(jan|янв)/,
  /^(feb|фев)/,
  /^(mar|мар)/,
  /^(apr|апр)/,
  /^(may|ма[йя])/,
  /^(jun|июн)/,
  /^(jul|июл)/,
  /^(aug|авг)/,
  /^(sep|сен)/,
  /^(oct|окт)/,
  /^(nov|ноя)/,
  /^(dec|дек)/,
];

type Parts = { year?: string; month?: string; day?: string };

/** How dates are written; `name` is a month in letters. */
const forms = [
  /^(?<year>\d{4})$/,
  /^(?<year>\d{4})[-./](?<month>\d{1,2})(?:[-./](?<day>\d{1,2}))?(?:[T ]\d{2}:\d{2}(?::\d{2})?.{0,16})?$/,
  /^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})$/,
  /^(?:(?<day>\d{1,2})(?:st|nd|rd|th)?[ -])?(?<month>\p{L}{3,9})\.?,?[ -](?<year>\d{4})(?: г(?:од|ода)?\.?)?$/u,
  /^(?<month>\p{L}{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})$/u,
];

/** Reads a date; null when there is none, or none that can be. Zeros stand for "unknown", as databases write them. */
export function edtf(text: string): string | null {
  const written = text.slice(0, 100).replace(/\s+/g, ' ').trim().toLowerCase();
  for (const form of forms) {
    const found = form.exec(written.replace(/t(?=\d{2}:)/, 'T'));
    if (found) return fromParts(found.groups ?? {});
  }
  return null;
}

function fromParts({ year = '', month = '', day = '' }: Parts): string | null {
  const y = Number(year);
  const m = monthNumber(month);
  const d = Number(day);
  if (y === 0 || m > 12) return null;
  if (m === 0) return d === 0 ? year : null;
  const daysInMonth = new Date(Date.UTC(2000 + (y % 400), m, 0)).getUTCDate();
  if (d > daysInMonth) return null;
  return [year, String(m).padStart(2, '0'), ...(d > 0 ? [String(d).padStart(2, '0')] : [])].join('-');
}

/** 0 when no month is given, 13 when it is no month. */
function monthNumber(month: string): number {
  if (/^\d*$/.test(month)) return Number(month);
  const index = months.findIndex((form) => form.test(month));
  return index < 0 ? 13 : index + 1;
}
