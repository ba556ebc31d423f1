/**
 * Names of wiki pages, by MediaWiki's rules: `_` is a space, the first letter is a capital, and some signs cannot be in
 * a name. One page has one name and one address, however a link to it was written.
 */

/** `name` is without its namespace; `namespace` in lower case, empty for the wiki's own subject. */
export type WikiTitle = { namespace: string; name: string };

/** Reads a name as links write it; null when no page can be called so. `namespaces` in lower case. */
export function wikiTitle(written: string, namespaces: ReadonlySet<string>): WikiTitle | null {
  const text = written
    .replace(/#.*$/s, '')
    .normalize('NFC')
    .replace(/[\s_]+/g, ' ')
    .trim();
  const at = text.indexOf(':');
  const before = at < 0 ? '' : text.slice(0, at).trim().toLowerCase();
  const namespace = namespaces.has(before) ? before : '';
  const name = capital(namespace ? text.slice(at + 1).trim() : text);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  if (name === '' || name.length > 255 || /[<>[\]{}|\ufffd\u0000-\u001f\u007f]|^\.{1,2}$/.test(name)) return null;
  return name.isWellFormed() ? { namespace, name } : null;
}

function capital(name: string): string {
  const [first = ''] = name;
  const upper = first.toUpperCase();
  // `ß` would become two letters; MediaWiki leaves it.
  return upper.length === first.length ? upper + name.slice(first.length) : name;
}

/** A name as it stands in the wiki's addresses: `Маяк/2 (URQ)` → `%D0%9C…/2_(URQ)`. */
export function wikiPath(name: string): string {
  return encodeURIComponent(name.replaceAll(' ', '_').toWellFormed())
    .replace(/%(?:3B|40|24|2C|2F|3A)/g, decodeURIComponent)
    .replaceAll("'", '%27');
}
