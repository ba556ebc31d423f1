/**
 * Pieces of a page's source text, found by the signs around them as the old importer found them: the shortest, whatever
 * it cuts through. Searches by position only, so that no page makes them slow.
 */

export type Piece = { text: string; end: number };

/** What stands between the first `open` and the next `close` after it. */
export function between(text: string, open: string, close: string, from = 0): Piece | null {
  const start = text.indexOf(open, from);
  return start < 0 ? null : upTo(text, close, start + open.length);
}

/** What stands from a position up to the next `close`. */
export function upTo(text: string, close: string, from: number): Piece | null {
  const end = text.indexOf(close, from);
  return end < 0 ? null : { text: text.slice(from, end), end: end + close.length };
}

export type Tag = {
  /** Between the tag's name and its `>`, both left out. */
  inside: string;
  start: number;
  end: number;
};

/** The start tags of a name, written in small letters, whose inside holds no `<`. */
export function tagsOf(text: string, name: string): Tag[] {
  const tag = new RegExp(`<${name}(?=[\\s/>])([^<>]*)>`, 'g');
  return Array.from(text.matchAll(tag), (match) => ({
    inside: match[1] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** `name="value"` in a tag's inside: the value, and what stands before and after. */
export function attributeIn(inside: string, name: string): { value: string; before: string; after: string } | null {
  const found = between(inside, `${name}="`, '"');
  if (!found) return null;
  const { text: value, end } = found;
  return { value, before: inside.slice(0, end - value.length - name.length - 3), after: inside.slice(end) };
}

export type PlainLink = { href: string; text: string; start: number; end: number };

/** Links whose content is text alone: `<a … href="U" …>text</a>`. */
export function plainLinks(text: string): PlainLink[] {
  return tagsOf(text, 'a').flatMap(({ inside, start, end }) => {
    const address = attributeIn(inside, 'href');
    const close = text.indexOf('<', end);
    if (!address || close < 0 || !text.startsWith('</a>', close)) return [];
    return { href: address.value, text: text.slice(end, close), start, end: close + 4 };
  });
}

/** Links whose first attribute is the address, with all up to the next `</a>`: `<a href="U" …>…</a>`. */
export function linksByAddress(text: string): PlainLink[] {
  const links: PlainLink[] = [];
  let last = 0;
  for (const { inside, start, end } of tagsOf(text, 'a')) {
    const address = start < last ? null : attributeIn(inside, 'href');
    if (address?.before.trim() !== '') continue;
    const content = upTo(text, '</a>', end);
    if (!content) break;
    links.push({ href: address.value, text: content.text, start, end: content.end });
    last = content.end;
  }
  return links;
}
