/**
 * HTML as a flat row of tags, texts and entities, without any repair: an end tag is told even where nothing began. One
 * pass; the sizes of tags do not multiply.
 */
import { unescapeEntities } from './python-text.ts';

export type HtmlToken =
  | { kind: 'text'; text: string }
  /** As written, without `&` and `;`: `nbsp`, `#160`. */
  | { kind: 'entity'; name: string }
  | { kind: 'start'; name: string; attributes: ReadonlyMap<string, string | null>; closesItself: boolean }
  | { kind: 'end'; name: string };

/** Whose inside is no markup. */
const raw = /^(?:script|style)$/;

const tagName = /[a-z][^\t\n\f\r />\0]*/iy;
const attributeName = /[\s/]*([^\s/>][^\s/=>]*)/y;
const attributeValue = /\s*=+\s*(?:'([^']*)'|"([^"]*)"|([^\s>'"][^\s>]*|(?=[\s>])))/y;
const tagEnd = /[\s/]*>/y;

/** Tells the tokens of a page, in its order. */
export function* tokensOf(html: string): Generator<HtmlToken> {
  const lastEnd = html.lastIndexOf('>');
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const until = open < 0 ? html.length : open;
    yield* textTokens(html.slice(at, until));
    if (open < 0) return;
    if (open > lastEnd) return yield* textTokens(html.slice(open));
    const [token, end] = readMarkup(html, open);
    if (token) yield token;
    at = end;
    if (token?.kind !== 'start' || token.closesItself || !raw.test(token.name)) continue;
    const close = new RegExp(`</${token.name}(?=[\\s/>])`, 'gi');
    close.lastIndex = at;
    at = close.exec(html)?.index ?? html.length;
  }
}

/** What begins with `<`, and where it ends; no token for what is left out. */
function readMarkup(html: string, open: number): [HtmlToken | null, number] {
  const next = html[open + 1] ?? '';
  if (/[a-z]/i.test(next)) return readStart(html, open);
  const end = html.indexOf('>', open);
  if (next === '/') {
    tagName.lastIndex = open + 2;
    const name = tagName.exec(html)?.[0];
    if (name !== undefined) return [{ kind: 'end', name: name.toLowerCase() }, end + 1];
    return html[open + 2] === '>' ? [null, open + 3] : [null, end + 1];
  }
  if (next !== '!' && next !== '?') return [{ kind: 'text', text: '<' }, open + 1];
  if (!html.startsWith('<!--', open)) return [null, end + 1];
  const comment = html.indexOf('-->', open + 4);
  return comment < 0 ? [null, html.length] : [null, comment + 3];
}

function readStart(html: string, open: number): [HtmlToken, number] {
  tagName.lastIndex = open + 1;
  const name = (tagName.exec(html)?.[0] ?? '').toLowerCase();
  const attributes = new Map<string, string | null>();
  let at = tagName.lastIndex;
  for (;;) {
    tagEnd.lastIndex = at;
    const end = tagEnd.exec(html);
    if (end) return [{ kind: 'start', name, attributes, closesItself: end[0].endsWith('/>') }, tagEnd.lastIndex];
    attributeName.lastIndex = at;
    const attribute = attributeName.exec(html);
    if (!attribute) break;
    at = attributeName.lastIndex;
    attributeValue.lastIndex = at;
    const value = attributeValue.exec(html);
    if (value) at = attributeValue.lastIndex;
    attributes.set(
      (attribute[1] ?? '').toLowerCase(),
      value ? unescapeEntities(value[1] ?? value[2] ?? value[3] ?? '') : null,
    );
  }
  // A tag that never ends, though a `>` comes: the importer took that far for text.
  const end = html.indexOf('>', open) + 1;
  return [{ kind: 'text', text: html.slice(open, end) }, end];
}

function* textTokens(text: string): Generator<HtmlToken> {
  let at = 0;
  for (const { 0: written, 1: name = '', index } of text.matchAll(/&(#\d+|#x[\da-f]+|[a-z][a-z\d.-]*);?/gi)) {
    if (index > at) yield { kind: 'text', text: text.slice(at, index) };
    yield { kind: 'entity', name };
    at = index + written.length;
  }
  if (at < text.length) yield { kind: 'text', text: text.slice(at) };
}
