/**
 * Entities in descriptions: those with a stand-in that is easy to type become it, all others their sign.
 */
import { unescapeEntities } from './python-text.ts';

/** Stands for a space that must not collapse, until the text is ready. */
export const hardSpace = '\ufffe';

const standIns = new Map<string, string>([
  ...letters('aacute acirc agrave aring atilde auml', 'a'),
  ...letters('eacute ecirc egrave euml', 'e'),
  ...letters('iacute icirc igrave iuml', 'i'),
  ...letters('oacute ocirc ograve otilde ouml', 'o'),
  ...letters('uacute ucirc ugrave uuml', 'u'),
  ...letters('lsquo rsquo', "'"),
  ...letters('ldquo rdquo', '"'),
  ...letters('lrm rlm', ''),
  ['aelig', 'ae'],
  ['oelig', 'oe'],
  ['nbsp', hardSpace],
  ['mdash', '--'],
  ['ndash', '-'],
  ['copy', '(C)'],
  ['rarr', '->'],
  ['larr', '<-'],
  ['middot', '*'],
]);

const byCode = new Map([...standIns].map(([name, text]) => [unescapeEntities(`&${name};`).codePointAt(0), text]));

/** `name` without `&` and `;`; what is no entity stays as it was. */
export function entityText(name: string): string {
  if (!name.startsWith('#')) return standIns.get(name) ?? unescapeEntities(`&${name};`);
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  if (!(code <= 0x10ffff) || (code >= 0xd800 && code < 0xe000)) return '';
  return byCode.get(code) ?? String.fromCodePoint(code);
}

function letters(names: string, letter: string): [string, string][] {
  return names.split(' ').map((name) => [name, letter]);
}
