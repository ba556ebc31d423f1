/**
 * Wikitext whose templates and tags are settled → HTML, line by line: headings, lists, tables, paragraphs. The HTML is
 * read by the one reader of HTML there is, so that nothing can come through here that could not come through there.
 */

/** `inline` writes what stands within a line; `isLinkItem` takes a list item out of the text. */
export type BlockReader = { inline(text: string): string; isLinkItem(text: string): boolean };

type Builder = BlockReader & {
  out: string[];
  /** The signs of the lists that are open, outermost first; `opened`: which of them have an open item. */
  lists: string;
  opened: string[];
  inParagraph: boolean;
  /** For each open table, whether a row is open. */
  tables: { row: boolean }[];
};

/** Deeper lists and tables are written at the same depth: nobody reads them. */
const deepestList = 8;
const deepestTable = 8;

/** Converts a page; never throws. */
export function wikitextToHtml(text: string, reader: BlockReader): string {
  const builder: Builder = { ...reader, out: [], lists: '', opened: [], inParagraph: false, tables: [] };
  for (const line of text.split('\n')) writeLine(builder, line);
  endBlock(builder);
  for (const _ of builder.tables) builder.out.push('</table>');
  return builder.out.join('');
}

function writeLine(builder: Builder, written: string): void {
  const line = written.trim();
  const inTable = builder.tables.length > 0;
  if (line === '') endBlock(builder);
  else if (line.startsWith('{|')) beginTable(builder);
  else if (inTable && /^(?:[|!]|\|\})/.test(line)) writeTableLine(builder, line);
  else if (line[0] === '=' && writeHeading(builder, line)) return;
  else if (line.startsWith('----')) {
    endBlock(builder);
    builder.out.push('<hr>');
    writeText(builder, line.replace(/^-+/, '').trim());
  } else if (/^[*#:;]/.test(line)) writeItem(builder, line);
  else {
    endLists(builder);
    writeText(builder, line);
  }
}

function writeText(builder: Builder, text: string): void {
  const html = text === '' ? '' : builder.inline(text);
  if (html === '') return;
  if (!builder.inParagraph) builder.out.push('<p>');
  builder.inParagraph = true;
  builder.out.push(html, '\n');
}

/** `== A ==`; a tail after the closing marks stays with the heading. False when the line is none. */
function writeHeading(builder: Builder, line: string): boolean {
  const begin = /^={1,6}/.exec(line)?.[0].length ?? 0;
  const end = /={1,6}$/.exec(line.slice(-6))?.[0].length ?? 0;
  const marks = '='.repeat(begin);
  const at = line.indexOf(marks, begin);
  const level = end > 0 ? Math.min(begin, end) : begin > 1 && at > begin ? begin : 0;
  const text = end > 0 ? line.slice(level, -level) : `${line.slice(begin, at).trim()} ${line.slice(at + begin).trim()}`;
  if (level === 0 || text.trim() === '' || line.length <= 2 * level) return false;
  endBlock(builder);
  builder.out.push(`<h${level}>`, builder.inline(text.trim()), `</h${level}>`);
  return true;
}

function writeItem(builder: Builder, line: string): void {
  const signs = /^[*#:;]+/.exec(line.slice(0, 100))?.[0] ?? '';
  const content = line
    .slice(signs.length)
    .replace(/^[*#:;]+/, '')
    .trim();
  if (content === '' || (signs === '*' && builder.isLinkItem(content))) return;
  const isTerm = signs.endsWith(';');
  const [, term = content, meaning = ''] = (isTerm && /^([^[\]<>:]*):(?!\/\/)(.*)$/.exec(content)) || [];
  const html = builder.inline(isTerm ? term.trim() : content);
  const inner = isTerm && meaning.trim() !== '' ? builder.inline(meaning.trim()) : '';
  if (html === '' && inner === '') return;
  endParagraph(builder);
  nestTo(builder, signs.slice(0, deepestList));
  builder.out.push(isTerm ? `<b>${html}</b>` : html);
  if (inner !== '') {
    nestTo(builder, `${signs.slice(0, -1)}:`.slice(-deepestList));
    builder.out.push(inner);
  }
}

const isSame = (left: string | undefined, right: string | undefined) =>
  left === right || (/^[:;]$/.test(left ?? '') && /^[:;]$/.test(right ?? ''));
const itemOf = (sign: string | undefined) => (sign === ';' ? 'dt' : sign === ':' ? 'dd' : 'li');
const listOf = (sign: string | undefined) => (sign === '*' ? 'ul' : sign === '#' ? 'ol' : 'dl');

/** Ends and begins lists until those of `signs` are open, and begins an item in the innermost. */
function nestTo(builder: Builder, signs: string): void {
  let common = 0;
  while (common < signs.length && isSame(builder.lists[common], signs[common])) common += 1;
  endLists(builder, common);
  if (common === signs.length) endItem(builder);
  for (let level = common; level < signs.length; level += 1) {
    builder.out.push(`<${listOf(signs[level])}>`);
    builder.opened.push('');
  }
  builder.lists = builder.lists.slice(0, common) + signs.slice(common);
  builder.opened[signs.length - 1] = itemOf(signs.at(-1));
  builder.out.push(`<${itemOf(signs.at(-1))}>`);
}

function endItem(builder: Builder): void {
  const item = builder.opened.at(-1);
  if (item) builder.out.push(`</${item}>`);
  if (item !== undefined) builder.opened[builder.opened.length - 1] = '';
}

function endLists(builder: Builder, depth = 0): void {
  while (builder.lists.length > depth) {
    endItem(builder);
    builder.opened.pop();
    builder.out.push(`</${listOf(builder.lists.at(-1))}>`);
    builder.lists = builder.lists.slice(0, -1);
  }
}

function endParagraph(builder: Builder): void {
  if (builder.inParagraph) builder.out.push('</p>');
  builder.inParagraph = false;
}

function endBlock(builder: Builder): void {
  endParagraph(builder);
  endLists(builder);
}

function beginTable(builder: Builder): void {
  endBlock(builder);
  if (builder.tables.length >= deepestTable) return;
  builder.tables.push({ row: false });
  builder.out.push('<table>');
}

function writeTableLine(builder: Builder, line: string): void {
  endBlock(builder);
  const table = builder.tables.at(-1);
  if (line.startsWith('|}') || !table) {
    builder.tables.pop();
    builder.out.push('</table>');
    writeText(builder, line.slice(2).trim());
  } else if (line.startsWith('|-')) table.row = false;
  else if (line.startsWith('|+')) builder.out.push('<caption>', builder.inline(cell(line.slice(2))), '</caption>');
  else {
    if (!table.row) builder.out.push('<tr>');
    table.row = true;
    for (const text of line.slice(1).split(line[0] === '!' ? /!!|\|\|/ : '||')) {
      builder.out.push('<td>', builder.inline(cell(text)));
    }
  }
}

/** What stands in a cell, without the attributes before it: `style="…" | text`. */
function cell(text: string): string {
  const pipe = text.indexOf('|');
  const attributes = pipe < 0 ? '' : text.slice(0, pipe);
  return (attributes.includes('=') && !attributes.includes('[') ? text.slice(pipe + 1) : text).trim();
}
