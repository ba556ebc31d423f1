/**
 * HTML from outside → Markdown that holds no HTML, in one walk over the tree. turndown needed 0.37 ms for a text of
 * 700 characters and can be told to keep tags; this needs 0.06 ms, most of it parsing, and knows no way to keep one.
 */
import { decodeEntities, type HtmlNode, parseHtml, silent, textOf } from './html.ts';
import { isLink, marks, type Span } from './markdown-block.ts';
import { codeBlock, codeSpan, escapeLineStart, escapeText, linkTarget, tame } from './markdown-text.ts';
import { add, endLine, flush, indent, newWriter, put, type Writer } from './markdown-writer.ts';

/** Most characters that are read of one text. */
const most = 200_000;

/** Converts HTML; relative links are resolved against `base`, without one they lose their target. Never throws. */
export function htmlToMarkdown(html: string, base?: string): string {
  const text = html.slice(0, most);
  const { tree, cut } = parseHtml(text);
  return cut ? plainToMarkdown(decodeEntities(withoutTags(text))) : nodesToMarkdown(tree.children, base);
}

/** A plain text as Markdown: its paragraphs and lines stay, nothing in it is markup. */
export function plainToMarkdown(text: string): string {
  const lines = tame(text.slice(0, most)).split('\n');
  const escaped = lines.map((line) => escapeLineStart(escapeText(line.replace(/\s+/g, ' ').trim())));
  return escaped
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
}

/** Converts nodes of an opened page. */
export function nodesToMarkdown(nodes: Iterable<HtmlNode>, base?: string): string {
  const writer = newWriter(base);
  writeAll(writer, nodes);
  flush(writer);
  return writer.out;
}

const words = (list: string) => list.split(' ');
const dropped = new Set([
  ...silent,
  ...words('applet audio base button canvas embed form frame frameset input link math meta noembed noframes option'),
  ...words('select textarea video'),
]);
const blocks = new Set([
  ...words('address article aside body caption center dd details div dl dt fieldset figcaption figure footer header'),
  ...words('html main nav p section summary table tbody tfoot thead'),
]);
const spans = new Map<string, Span>([
  ...words('b strong').map((name) => [name, marks.strong] as const),
  ...words('em i u').map((name) => [name, marks.emphasis] as const),
  ...words('del s strike').map((name) => [name, marks.strike] as const),
  ['q', { begin: '“', end: '”' }],
]);

function writeAll(writer: Writer, nodes: Iterable<HtmlNode>): void {
  for (const node of nodes) write(writer, node);
}

function write(writer: Writer, node: HtmlNode): void {
  if ('data' in node) return add(writer, escapeText(tame(node.data)));
  if (!('attribs' in node) || dropped.has(node.name)) return;
  const { name, attribs, children } = node;
  const span = name === 'a' ? linkSpan(writer, attribs['href']) : spans.get(name);
  if (span) return writeSpan(writer, span, children);
  if (blocks.has(name)) return writeBlock(writer, children);
  switch (name) {
    case 'br':
      return endLine(writer);
    case 'img':
      return writeImage(writer, attribs['src'], attribs['alt'] ?? '');
    case 'code':
    case 'kbd':
    case 'samp':
    case 'tt':
      return add(writer, codeSpan(tame(textOf([node]))));
    case 'pre':
      return writePre(writer, tame(textOf([node])));
    case 'hr':
      flush(writer);
      return put(writer, '---');
    case 'ol':
    case 'ul':
      return writeList(writer, name === 'ol', children);
    case 'li': {
      const list = writer.lists.at(-1);
      const sign = list?.ordered ? `${list.items + 1}. ` : '* ';
      return writeIndented(writer, sign, ' '.repeat(sign.length), children);
    }
    case 'blockquote':
      return writeIndented(writer, '> ', '> ', children);
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return writeHeading(writer, `${'#'.repeat(Number(name[1]))} `, children);
    case 'tr':
      add(writer, marks.lineEnd);
      return writeAll(writer, children);
    case 'td':
    case 'th':
      add(writer, marks.cell);
      return writeAll(writer, children);
    default:
      return writeAll(writer, children);
  }
}

function writeSpan(writer: Writer, span: Span, nodes: HtmlNode[]): void {
  if (writer.open.includes(span)) return writeAll(writer, nodes);
  add(writer, span.begin);
  writer.open.push(span);
  writeAll(writer, nodes);
  writer.open.pop();
  add(writer, span.end);
}

/** Undefined when the link leads nowhere a reader should go; then only its text stays. */
function linkSpan(writer: Writer, href: string | undefined): Span | undefined {
  const target = linkTarget(href, writer.base);
  return target === null || writer.open.some(isLink) ? undefined : marks.link(writer.targets.push(target) - 1);
}

function writeImage(writer: Writer, src: string | undefined, alt: string): void {
  const target = linkTarget(src, writer.base);
  const label = escapeText(tame(alt));
  add(writer, target === null ? label : `![${label}](${target})`);
}

function writeBlock(writer: Writer, nodes: HtmlNode[]): void {
  flush(writer);
  writeAll(writer, nodes);
  flush(writer);
}

function writeIndented(writer: Writer, sign: string, further: string, nodes: HtmlNode[]): void {
  const end = indent(writer, sign, further);
  writeAll(writer, nodes);
  end();
}

function writeList(writer: Writer, ordered: boolean, nodes: HtmlNode[]): void {
  flush(writer);
  writer.lists.push({ ordered, items: 0 });
  writeBlock(writer, nodes);
  writer.lists.pop();
}

function writeHeading(writer: Writer, heading: string, nodes: HtmlNode[]): void {
  flush(writer);
  writer.heading = heading;
  writeBlock(writer, nodes);
  writer.heading = '';
}

function writePre(writer: Writer, text: string): void {
  const code = text.replace(/^\n+|\s+$/g, '');
  const block = codeBlock(code);
  flush(writer);
  if (block === null) writer.pieces.push(code.split('\n').map(escapeText).join(marks.lineEnd));
  else if (code) put(writer, block);
  flush(writer);
}

/** The text of HTML that nests too deep for a tree, in one pass. Scripts and styles go with their text. */
function withoutTags(html: string): string {
  let text = '';
  let hidden = '';
  for (const piece of html.split('<')) {
    const [, slash, name = ''] = /^(\/?)([a-z][a-z\d]*)/i.exec(piece) ?? [];
    const tag = name.toLowerCase();
    if (hidden && !(slash && tag === hidden)) continue;
    hidden = !slash && (tag === 'script' || tag === 'style') ? tag : '';
    if (!hidden) text += ` ${piece.slice(piece.indexOf('>') + 1)}`;
  }
  return text;
}
