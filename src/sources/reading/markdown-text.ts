/**
 * The smallest pieces of Markdown: plain text escaped, a line's beginning escaped, targets of links vetted.
 * No `<` is ever written, and no target but http, https and mailto: so no HTML and no script can stand in the result.
 */
import { clean } from './text.ts';

/**
 * Escapes what Markdown would take for markup. `_` inside a word is none, so names like snake_case stay readable;
 * `(` and `:` after `]` are escaped too, for programs that look for links with a pattern.
 */
export function escapeText(text: string): string {
  return text
    .replace(/[\\`*[\]~]|_(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])_/gu, '\\$&')
    .replace(/\\\]([(:])/g, '\\]\\$1')
    .replace(/&(?=#?\w{1,32};)/g, '&amp;')
    .replaceAll('<', '&lt;');
}

/** Escapes what at the beginning of a line would make it a heading, list, quote, rule, fence or table. */
export function escapeLineStart(line: string): string {
  return line
    .replace(/^(#{1,6})(?=\s|$)/, '\\$1')
    .replace(/^[-+](?=\s|$)/, '\\$&')
    .replace(/^[-=|:](?=[-=|: ]*$)/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^[>|]/, '\\$&');
}

/** A plain text as Markdown: paragraphs and line ends stay, nothing in it is markup. */
export function plainToMarkdown(text: string): string {
  const paragraphs = tamed(text).split(/\n[^\S\n]*\n\s*/);
  return paragraphs.map(plainParagraph).filter(Boolean).join('\n\n');
}

const plainParagraph = (paragraph: string) =>
  paragraph
    .split('\n')
    .map((line) => escapeLineStart(escapeText(line.replace(/\s+/g, ' ').trim())))
    .filter(Boolean)
    .join('\n');

/** Most characters that are read of one text. */
const most = 200_000;

/** Clean and not too long; without the private characters that the walk over HTML uses as marks. */
export function tamed(text: string): string {
  return clean(text.slice(0, most)).replace(/[\ue000-\ue00f]/g, '');
}

/**
 * Where a link or picture leads, percent-encoded so that it cannot end the Markdown it stands in; null when
 * that is nowhere a reader should be sent. Browsers skip white space and controls in a scheme, and so does `URL`.
 */
export function linkTarget(written: string | undefined, base?: string): string | null {
  const parsed = written === undefined || written.length > 2000 ? null : URL.parse(written.trim(), base);
  if (parsed === null || !/^(https?|mailto):$/.test(parsed.protocol)) return null;
  const target = parsed.href.replace(/[\s<>()[\]\\"'`*_|]/g, (sign) =>
    sign === '_' ? sign : `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
  return target.length <= 2000 ? target : null;
}
