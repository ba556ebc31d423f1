/**
 * Opens a page: parsed by htmlparser2, selected with cheerio, and audited, so that what a source neither
 * read nor ignored is told. Every walk here is a loop: nesting from outside must not reach our call stack.
 */
import { type CheerioAPI, load } from 'cheerio/slim';
import { DomHandler, type Handler, Parser } from 'htmlparser2';
import { atMost } from './count-unread.ts';
import { cut, line } from './text.ts';

type Tree = DomHandler['root'];
export type HtmlNode = Tree['children'][number];

/** Real pages stay under a hundred levels. The parser's time grows with levels × tags: 1 MB of `<div>` took it a minute. */
export const deepest = 600;

/**
 * Parses HTML, tags and attributes in lower case, comments left out; XML as it is written. `cut` when it nests too deep:
 * the tree then ends there.
 */
export function parseHtml(html: string, { xmlMode = false } = {}): { tree: Tree; cut: boolean } {
  const handler = new DomHandler(null, { xmlMode });
  let level = 0;
  let tooDeep = false;
  const sink: Partial<Handler> = {
    onopentag(name, attributes) {
      level += 1;
      if (level > deepest) tooDeep = true;
      if (tooDeep) parser.pause();
      else handler.onopentag(name, attributes);
    },
    onclosetag() {
      level -= 1;
      if (!tooDeep) handler.onclosetag();
    },
    ontext(text) {
      if (!tooDeep) handler.ontext(text);
    },
  };
  const parser = new Parser(sink, { xmlMode });
  parser.end(html);
  return { tree: handler.root, cut: tooDeep };
}

/** Their text is no text of the page. */
export const silent = new Set(['script', 'style', 'template', 'noscript', 'head', 'title', 'iframe', 'object', 'svg']);

/** The text under the nodes; `<br>` is a line end. */
export function textOf(nodes: Iterable<HtmlNode>): string {
  let text = '';
  const waiting = [...nodes].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('data' in node) text += node.data;
    else if ('name' in node && node.name === 'br') text += '\n';
    else if ('children' in node && !('name' in node && silent.has(node.name))) pushAll(waiting, node.children);
  }
  return text;
}

/** Resolves `&amp;`, `&#39;` and their like in a text that holds no tags: `<` stays what it is. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi, (entity) =>
    textOf(parseHtml(entity).tree.children),
  );
}

/** A plain text as HTML that says the same. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&${sign === '&' ? 'amp' : sign === '<' ? 'lt' : sign === '>' ? 'gt' : 'quot'};`);

export type OpenPage = {
  kind: 'page';
  $: CheerioAPI;
  /** These nodes, with all in them, were read. Gives them back. */
  read<Nodes extends Iterable<object>>(nodes: Nodes): Nodes;
  /** What these selectors find is known and not wanted. */
  ignore(...selectors: string[]): void;
  /** Texts of the page that were neither read nor ignored: `div#panel: Жанр: квест`. */
  unread(): string[];
};

/** Opens a page, or says why it cannot be trusted. */
export function openPage(text: string): OpenPage | { kind: 'broken'; reason: string } {
  const { tree, cut: tooDeep } = parseHtml(text);
  if (tooDeep) {
    const reason = `The page nests elements more than ${deepest} levels deep, as no real page does: look at its source.`;
    return { kind: 'broken', reason };
  }
  const $ = load(tree, { xml: { xmlMode: false, decodeEntities: true } });
  const known = new Set<object>();
  const mark = <Nodes extends Iterable<object>>(nodes: Nodes) => {
    for (const node of nodes) known.add(node);
    return nodes;
  };
  return {
    kind: 'page',
    $,
    read: mark,
    ignore: (...selectors) => void mark($(selectors.join(', '))),
    unread: () => unreadTexts(tree, known),
  };
}

/** These do not begin a new line of text; all other elements do. */
const inline = new Set(
  'a abbr b bdi bdo big cite code del em font i img ins kbd label mark q s samp small span strike strong sub sup time tt u var'.split(
    ' ',
  ),
);

function unreadTexts(tree: Tree, known: Set<object>): string[] {
  type Owner = HtmlNode | Tree;
  type Line = { owner: Owner; text: string };
  const lines: Line[] = [];
  let open: Line | undefined;
  const waiting: { node: HtmlNode; owner: Owner }[] = tree.children.toReversed().map((node) => ({ node, owner: tree }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, owner } = next;
    if (known.has(node)) continue;
    if ('data' in node) {
      if (open?.owner !== owner) {
        open = { owner, text: '' };
        lines.push(open);
      }
      open.text += node.data;
    } else if ('attribs' in node && !silent.has(node.name)) {
      const block = !inline.has(node.name);
      if (block) open = undefined;
      pushAll(
        waiting,
        node.children.map((child) => ({ node: child, owner: block ? node : owner })),
      );
    }
  }
  const told = lines.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  return atMost(
    told.map(({ owner, text }) => cut(`${placeOf(owner)}: ${line(text, 100)}`, 80)),
    49,
  );
}

/** The nearest element that has a name of its own: `div#panel`, `p.note`; else the element itself. */
function placeOf(owner: HtmlNode | Tree): string {
  for (let node: HtmlNode | Tree | null = owner; node !== null; node = node.parent) {
    if (!('attribs' in node)) continue;
    const { id, class: classes } = node.attribs;
    if (id?.trim()) return line(`${node.name}#${id}`, 40);
    if (classes?.trim()) return line(`${node.name}.${classes.trim().split(/\s+/)[0]}`, 40);
  }
  return 'name' in owner ? line(owner.name, 40) : 'page';
}

/** Puts children on a stack so that the first comes off first; `push(...)` would overflow on very many. */
function pushAll<T>(stack: T[], items: T[]): void {
  for (let index = items.length - 1; index >= 0; index -= 1) stack.push(items[index] as T);
}
