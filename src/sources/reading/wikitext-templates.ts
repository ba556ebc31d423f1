/**
 * Templates of a wiki page: read as they are written, or replaced by other wikitext, inner ones first.
 */
import {
  scanWikitext,
  type WikiBraces,
  type WikiHidden,
  type WikiNode,
  type WikiPart,
  type WikiScan,
} from './wikitext-scan.ts';

export type WikiTemplate = {
  /** As written, without `Шаблон:` and with spaces for `_`. */
  name: string;
  /** By name, or for those without one by their number: `1`, `2`. Trimmed. */
  values: ReadonlyMap<string, string>;
};
export type PlacedTemplate = WikiTemplate & { start: number; end: number; depth: number };

/** All templates in the order of the page, nested ones too; values stand exactly as written. Never throws. */
export function readTemplates(text: string): PlacedTemplate[] {
  const found: PlacedTemplate[] = [];
  const collect = (nodes: readonly WikiNode[], depth: number) => {
    for (const node of nodes) {
      if (node.kind === 'hidden') continue;
      const { start, end, parts, inside } = node;
      const raw = (from: number, to: number) => text.slice(from, to);
      if (node.kind === 'template') found.push({ ...templateOf(parts, raw), start, end, depth });
      collect(inside, depth + 1);
    }
  };
  collect(scanWikitext(text).nodes, 0);
  return found;
}

/**
 * The page without templates: each is replaced by what `replace` makes of it (its values are replaced before), comments
 * are gone, and what is hidden from the wiki is written so that no later reading takes it for markup.
 */
export function expandTemplates(text: string, scan: WikiScan, replace: (template: WikiTemplate) => string): string {
  const range = (from: number, to: number, nodes: readonly WikiNode[]): string => {
    let out = '';
    let at = from;
    for (const node of nodes) {
      if (node.start < from || node.end > to) continue;
      out += text.slice(at, node.start) + (node.kind === 'hidden' ? hiddenText(text, node) : braces(node));
      at = node.end;
      // A comment on a line of its own takes the line with it.
      if (node.kind === 'hidden' && node.tag === 'comment' && text[at] === '\n' && /(?:^|\n)$/.test(out.slice(-1)))
        at += 1;
    }
    return out + text.slice(at, to);
  };
  const braces = ({ kind, parts, inside }: WikiBraces): string => {
    const [, other] = parts;
    if (kind === 'argument') return other ? range(other.start, other.end, inside) : '';
    return replace(templateOf(parts, (from, to) => range(from, to, inside)));
  };
  return range(0, text.length, scan.nodes);
}

function templateOf([first, ...rest]: readonly WikiPart[], read: (from: number, to: number) => string): WikiTemplate {
  const values = new Map<string, string>();
  let number = 0;
  for (const { start, end, equals } of rest) {
    const name =
      equals === null
        ? ''
        : read(start, equals)
            .replace(/<!--.*?-->/gs, '')
            .trim();
    // `http://a.example/?b=c` is no parameter named `http://a.example/?b`.
    const isNamed = equals !== null && !/:\/\/|</.test(name);
    if (isNamed) values.set(name, read(equals + 1, end).trim());
    else {
      number += 1;
      values.set(String(number), read(start, end).trim());
    }
  }
  return { name: first ? templateName(read(first.start, first.end)) : '', values };
}

const templateName = (written: string) =>
  written
    .slice(0, 300)
    .replace(/<!--.*?-->/gs, '')
    .replace(/[\s_]+/g, ' ')
    .trim()
    .replace(/^:?(?:шаблон|template):\s*/i, '');

/** What the wiki shows of hidden text; code and scripts it does not run are not text of the page. */
function hiddenText(text: string, { tag, from, to }: WikiHidden): string {
  const inner = text.slice(from, to);
  if (tag === 'nowiki') return inner === '' ? '<span></span>' : hideMarkup(inner);
  if (tag === 'math') return hideMarkup(inner);
  return /^(?:pre|syntaxhighlight|source)$/.test(tag) ? `<pre>${hideMarkup(inner)}</pre>` : '';
}

/** The same text with every sign that could be markup as an entity, which only the reader of HTML resolves. */
export function hideMarkup(text: string): string {
  return text.replace(
    /(&#?\w{1,32};)|[!-/:-@[-`{-~\n]/g,
    (sign, entity?: string) => entity ?? `&#${sign.charCodeAt(0)};`,
  );
}
