/**
 * Texts as the old importer's language saw them: which signs are white space, how entities and percent signs are read.
 */
import { parseHtml, textOf } from '../reading/html.ts';

/** The inside of a character class. */
export const spaces = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';

const spaceRun = new RegExp(`[${spaces}]+`, 'g');
const trailing = new RegExp(`(?<![${spaces}])[${spaces}]+$`);
const leading = new RegExp(`^[${spaces}]+`);

export const collapseSpaces = (text: string): string => text.replace(spaceRun, ' ');
export const trimSpaces = (text: string): string => text.replace(leading, '').replace(trailing, '');

/** Resolves entities, also those without `;`, in a text whose tags stay as they are. */
export function unescapeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#\d{1,10};?|#x[\da-f]{1,8};?|[a-z][a-z\d]{0,31};?)/gi, (entity) =>
    textOf(parseHtml(entity).tree.children),
  );
}

/** Undoes percent-encoding; what is no UTF-8 becomes U+FFFD. */
export function percentDecode(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (run) => {
    const bytes = run.slice(1).split('%');
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 16)),
    );
  });
}

const forUrls = new Set('/+=&?%:@;!#$*()');
const forNames = new Set('/');

/** Percent-encodes an address as the importer did before it asked: what is encoded already stays (contract §3). */
export const quoteUrl = (url: string): string => quote(url, forUrls);
/** Percent-encodes a name for a path. */
export const quoteName = (name: string): string => quote(name, forNames);

function quote(text: string, kept: ReadonlySet<string>): string {
  return text
    .toWellFormed()
    .replace(/[^\w.~-]/gu, (sign) =>
      kept.has(sign)
        ? sign
        : encodeURIComponent(sign).replace(/^[!'()*]$/, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`),
    );
}

/** Real dates only; the importer failed on others. */
export function dayOf(year: string, month: string, day: string): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const date = new Date(Date.UTC(2000, m - 1, d));
  date.setUTCFullYear(y, m - 1, d);
  const isReal = y > 0 && y < 10_000 && date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
  return isReal ? date.toISOString().slice(0, 10) : null;
}
