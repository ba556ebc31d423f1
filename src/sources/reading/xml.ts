/**
 * Lists in XML: `<game_list><game>…</game>…</game_list>`, validated first, each item as an account of what was read.
 */
import { XMLValidator } from 'fast-xml-parser';
import { type Account, account } from './account.ts';
import { decodeEntities, parseHtml } from './html.ts';
import { line } from './text.ts';
import { elementValue, isElement, localName } from './xml-value.ts';

export type XmlList =
  | { kind: 'items'; items: Account[] /** Paths of what was not read so far. */; unread(): string[] }
  | { kind: 'broken'; reason: string };

/** Reads a list; the reason, when it is broken, continues a sentence that begins with the document's name. */
export function readXmlList(text: string, root: string, item: string): XmlList {
  const valid = XMLValidator.validate(text);
  if (valid !== true) {
    const { line: row, col, msg } = valid.err;
    const place = col === undefined ? `line ${row}` : `line ${row}, column ${col}`;
    return { kind: 'broken', reason: `is no well-formed XML (${place}: ${line(msg, 120).replace(/\.$/, '')})` };
  }
  if (/<!ENTITY[^>]{1,1000}\s(?:SYSTEM|PUBLIC)\s/.test(text))
    return untrusted('Error: External entities are not supported');
  // Entities that the document itself defines stay as they are written: they can make much of little.
  const { tree, cut } = parseHtml(withoutHtmlEntities(text), { xmlMode: true });
  if (cut) return untrusted('it nests elements too deep');
  if (/<\/?__proto__[\s/>]/.test(text)) return untrusted('it names an element __proto__');
  const found = tree.children.find(isElement);
  if (found === undefined || localName(found) !== root) {
    return { kind: 'broken', reason: `holds <${line(found?.name ?? 'nothing', 40)}>, not <${root}>` };
  }
  const value = elementValue(found);
  const read = typeof value === 'string' ? {} : value;
  const items = Object.hasOwn(read, item) ? [read[item]].flat() : [];
  const list = account({ ...read, ...(items.length > 0 && { [item]: items }) }, root);
  return { kind: 'items', items: list.objects(item), unread: () => list.unread() };
}

const untrusted = (because: string): XmlList => ({ kind: 'broken', reason: `is no XML we can trust (${because})` });

/** Lists use names of HTML (`&mdash;`) though XML knows five alone; within CDATA they are plain text. */
function withoutHtmlEntities(text: string): string {
  const named = /&(?!(?:amp|lt|gt|quot|apos);)[a-z][a-z\d]{1,31};/gi;
  if (!named.test(text)) return text;
  return text
    .split(/(<!\[CDATA\[.*?\]\]>)/s)
    .map((part) => (part.startsWith('<![CDATA[') ? part : part.replace(named, decodeEntities)))
    .join('');
}
