/**
 * Text from outside, made safe to keep: well-formed Unicode in one normal form, without control characters.
 */

/** Controls but newline and tab, byte order marks, non-characters, and marks that turn the reading direction of what follows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
const unwanted = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;

/** A text of many lines: NFC, line ends `\n`, no control characters, no lone surrogates. */
export function clean(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(unwanted, '').toWellFormed().normalize('NFC');
}

/** A text of one line: clean, white space collapsed, trimmed, at most `most` characters. */
export function line(text: string, most = 1000): string {
  return cut(clean(text).replace(/\s+/g, ' ').trim(), most);
}

/** The first `most` characters with `…` where something is missing; never half of a surrogate pair. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, most - 1);
  return `${/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept}…`;
}
