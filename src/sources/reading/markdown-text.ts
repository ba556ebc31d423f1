/**
 * The smallest pieces of Markdown: text escaped, the beginning of a line escaped, code, and the targets of links.
 * No `<` is ever written and no target but http, https and mailto, so neither HTML nor a script can stand in the result.
 */
import { clean } from './text.ts';

/** Text as Markdown keeps it: clean, and without the private characters that mark spans until a block is finished. */
export const tame = (text: string): string =>
  /^[\n -~]*$/.test(text) ? text : clean(text).replace(/[\ue000-\ue00a]/g, '');

/**
 * Escapes what Markdown would take for markup. `_` inside a word is none, so snake_case stays readable;
 * `(` and `:` after `]` are escaped too, for programs that look for links with a pattern.
 */
export function escapeText(text: string): string {
  if (!/[\\`*[\]~_&<]/.test(text)) return text;
  return text
    .replace(/[\\`*[\]~]|_(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])_/gu, '\\$&')
    .replace(/\\\]([(:])/g, '\\]\\$1')
    .replace(/&(?=#?\w{1,32};)/g, '&amp;')
    .replaceAll('<', '&lt;');
}

/** Escapes what at the beginning of a line would make it a heading, list, quote, rule or table. */
export function escapeLineStart(line: string): string {
  if (!/^[-+#=|:>\d]/.test(line)) return line;
  return line
    .replace(/^(#{1,6})(?=\s|$)/, '\\$1')
    .replace(/^[-+](?=\s|$)/, '\\$&')
    .replace(/^[-=|:](?=[-=|: ]*$)/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^[>|]/, '\\$&');
}

/** Nothing may look like a tag or a script's address, not even in code, which programs do not always see as such. */
const suspicious = /<|\][(:]\s*(?:javascript|vbscript|data):/i;

/** Code within a line; suspicious code is written as text. */
export function codeSpan(code: string): string {
  const text = code.replace(/\s+/g, ' ').trim();
  if (text === '' || suspicious.test(text)) return escapeText(text);
  const fence = '`'.repeat(longestRun(text) + 1);
  const room = /^`|`$/.test(text) ? ' ' : '';
  return `${fence}${room}${text}${room}${fence}`;
}

/** A block of code; null when it is suspicious, as above. */
export function codeBlock(code: string): string | null {
  if (suspicious.test(code)) return null;
  const fence = '`'.repeat(Math.max(3, longestRun(code) + 1));
  return `${fence}\n${code}\n${fence}`;
}

const longestRun = (text: string) => (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);

/**
 * Where a link or picture leads, encoded so that it cannot end the Markdown it stands in; null when that is nowhere
 * a reader should be sent. Browsers read `java\nscript:` as `javascript:`, and so does `URL`: it alone decides.
 */
export function linkTarget(written: string | undefined, base?: string): string | null {
  const text = written === undefined || written.length > 2000 ? '' : tame(written).trim();
  const parsed = text ? (URL.parse(text) ?? URL.parse(text, base)) : null;
  if (parsed === null || !/^(https?|mailto):$/.test(parsed.protocol)) return null;
  const target = parsed.href.replace(/[\s<>()[\]\\"'`*|]/g, percentEncoded);
  return target.length <= 2000 ? target : null;
}

const percentEncoded = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
