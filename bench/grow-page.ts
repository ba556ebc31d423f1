/**
 * A saved page grown to the size of a large real one: a text of games gets longer where it stands, a list gets more rows.
 */
import { random } from './pages.ts';

const words =
  'маяк остров туман лодка ключ письмо дверь лестница свеча зеркало the keeper lamp harbour storm letter found under stairs'.split(
    ' ',
  );

const next = random(7);
const word = () => words[Math.floor(next() * words.length)] ?? '';
const sentence = () => `${Array.from({ length: 9 + Math.floor(next() * 8) }, word).join(' ')}.`;
const sentences = (count: number) => Array.from({ length: count }, sentence).join(' ');

/** Paragraphs, emphasis, links, a list, a picture: what descriptions hold. */
function htmlPiece(): string {
  return [
    `<p>${sentences(3)} <b>${word()} ${word()}</b>, <i>${word()}</i>. <a href="/x/${word()}">${word()} ${word()}</a> ${sentence()}</p>`,
    `<ul><li>${sentence()}</li><li><a href="https://somewhere.example/${word()}">${word()}</a></li><li>${sentence()}</li></ul>`,
    `<p>${sentences(2)}<br>${sentence()}<br><img src="/pictures/${word()}.png" alt="${word()}"> &laquo;${word()}&raquo; &mdash; ${word()}</p>`,
  ].join('\n');
}

function wikiPiece(): string {
  return [
    `== ${word()} ${word()} ==`,
    `${sentences(3)} '''${word()}''' и ''${word()}'': [[${word()}|${word()} ${word()}]], [https://somewhere.example/${word()} ${word()}].`,
    `* ${sentence()}\n* [[${word()}]] {{ссылка|на=https://somewhere.example/${word()}|${word()}}}\n* ${sentence()}`,
    `${sentences(2)}<ref>${sentence()}</ref>`,
    '',
  ].join('\n');
}

/** What stands around the text on a page: menus, scripts. */
const chrome = () =>
  `<nav><ul>${`<li><a href="/${word()}">${word()}</a></li>`.repeat(40)}</ul></nav><script>var x = ${JSON.stringify({ a: sentences(20) })};</script>`;

function fill(piece: () => string, size: number): string {
  let text = '';
  while (text.length < size) text += `${piece()}\n`;
  return text;
}

/** The page with about `size` characters; null when it is of a form that cannot grow here. */
export function growPage(text: string, size: number): string | null {
  const start = text.trimStart();
  const missing = size - text.length;
  if (missing <= 0) return text;
  if (/^(\[\s*[{\]]|\{\s*")/.test(start)) return growJson(text, size);
  if (/^(<!doctype|<html)/i.test(start)) return growHtml(text, missing);
  if (start.startsWith('<'))
    return /<\?xml|<\w+_list|<components/.test(start) ? growXml(text, size) : growHtml(text, missing);
  if (/^---$/m.test(text)) return growParts(text, /^(?=---\s*$)/m, size);
  if (/^- name:/m.test(text)) return growParts(text, /^(?=- name:)/m, size);
  if (/^Package:/m.test(text)) return growParts(text, /\n(?=\n)/, size);
  return text + fill(wikiPiece, missing);
}

/** After the page's longest run of text, which is the description's. */
function growHtml(text: string, missing: number): string {
  const bare = text.replace(/<(script|style|title)[\s\S]*?<\/\1>/gi, (hidden) => ' '.repeat(hidden.length));
  let [at, longest] = [-1, 0];
  for (const run of bare.matchAll(/>([^<>]+)/g)) {
    if ((run[1] ?? '').trim().length > longest)
      [at, longest] = [run.index + run[0].length, (run[1] ?? '').trim().length];
  }
  const grown = text.slice(0, at) + fill(htmlPiece, missing * 0.75) + text.slice(at);
  return grown.replace(/<body[^>]*>/i, (body) => body + fill(chrome, missing * 0.25));
}

function growJson(text: string, size: number): string | null {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return null;
  }
  if (Array.isArray(root)) {
    if (root.length === 0) return null;
    const rows: unknown[] = [];
    const copies = Math.ceil(size / text.length);
    for (let copy = 0; copy < copies; copy += 1) rows.push(...root.map((row) => numbered(row, copy)));
    return JSON.stringify(rows);
  }
  let place: { parent: Record<string, unknown>; key: string; length: number } | undefined;
  const waiting: unknown[] = [root];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (value === null || typeof value !== 'object') continue;
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === 'string' && inner.includes(' ') && inner.length > (place?.length ?? 0))
        place = { parent: value as Record<string, unknown>, key, length: inner.length };
      waiting.push(inner);
    }
  }
  if (place === undefined) return null;
  const wiki = /\{\{|\[\[/.test(String(place.parent[place.key]));
  place.parent[place.key] += `\n\n${fill(wiki ? wikiPiece : htmlPiece, size - text.length)}`;
  return JSON.stringify(root);
}

/** The same row as another game's. */
function numbered(row: unknown, copy: number): unknown {
  if (row === null || typeof row !== 'object' || copy === 0) return row;
  const { id, name } = row as { id?: unknown; name?: unknown };
  return {
    ...row,
    ...(typeof id === 'number' && { id: id + copy * 1000 }),
    ...(name !== undefined && { name: `${name} ${copy}` }),
  };
}

/** The rows between the root's tags again and again, each time with other names. */
function growXml(text: string, size: number): string | null {
  const [, head = '', rows = '', tail = ''] = /^((?:\s*<[?!][^>]*>)*\s*<[^>]*>)([\s\S]*)(<\/\w+>\s*)$/.exec(text) ?? [];
  if (rows.trim() === '') return null;
  let grown = head;
  for (let copy = 0; grown.length < size; copy += 1)
    grown += rows.replace(
      /(<(?:name|id|ifid|title|descurl|url)(?: [^>]*)?>[^<]*)</g,
      (_, start: string) => `${start}${copy || ''}<`,
    );
  return grown + tail;
}

/** Documents or stanzas: the first may be a header and stands once. */
function growParts(text: string, divider: RegExp, size: number): string {
  const all = text.split(divider);
  const isHeader = !/^(- name|Package):/.test(all[0] ?? '');
  const [head, parts] = isHeader ? [all[0] ?? '', all.slice(1)] : ['', all];
  if (parts.length === 0) return text;
  let grown = head;
  for (let copy = 0; grown.length < size; copy += 1)
    grown += `${parts.join('')}\n`.replace(
      /^(Package|ID|- name): (\S+)/gm,
      (_, key: string, name: string) => `${key}: ${name}${copy || ''}`,
    );
  return grown;
}

/** A description in HTML of about `size` characters. */
export const makeHtml = (size: number): string => fill(htmlPiece, size);
