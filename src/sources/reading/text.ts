/**
 * Text from outside, made safe to keep: well-formed Unicode in one normal form, without control characters.
 */

/** Controls but newline and tab, byte order marks, non-characters, and marks that turn the reading direction of what follows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
const unwanted = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;

/** Latin and Cyrillic letters and common signs, of which nothing can combine: most texts hold no other. */
const plain = /^[\n\t -~\u00a0-\u024f\u0400-\u0481\u048a-\u052f\u2010-\u2027\u2030-\u203e\u2116]*$/;

/** A text of many lines: NFC, line ends `\n`, no control characters, no lone surrogates. */
export function clean(text: string): string {
  if (plain.test(text)) return text;
  return text.replace(/\r\n?/g, '\n').replace(unwanted, '').toWellFormed().normalize('NFC');
}

/** A text of one line: clean, white space collapsed, trimmed, at most `most` characters. */
export function line(text: string, most = 1000): string {
  const cleaned = clean(text);
  return cut((/[^\S ]| {2}/.test(cleaned) ? cleaned.replace(/\s+/g, ' ') : cleaned).trim(), most);
}

const tag =
  /<\/?(?:a|b|i|u|p|em|br|hr|li|ol|td|tr|ul|big|div|img|pre|svg|font|form|h[1-6]|code|link|meta|span|embed|input|small|style|table|iframe|object|script|strong)(?:[\s/][^<>]*)?>/gi;

/** A name or title: one line, without HTML tags that a page encoded once too often. Other `<` stay: `I <3 Parsers`. */
export function label(text: string, most = 500): string {
  let before = line(text, most);
  if (!before.includes('<')) return before;
  for (let after = before.replace(tag, ''); after !== before; after = before.replace(tag, '')) before = after;
  return line(before);
}

/** The first `most` characters with `…` where something is missing; never half of a surrogate pair. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, most - 1);
  return `${/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept}…`;
}
