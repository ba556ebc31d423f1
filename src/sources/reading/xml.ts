/**
 * Lists in XML: `<game_list><game>…</game>…</game_list>`, validated first, each item as an account of what was read.
 */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { type Account, account } from './account.ts';
import { line } from './text.ts';

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
  // Values stay text; entities that the document itself defines are not expanded beyond the parser's limits.
  const parser = new XMLParser({
    ignoreAttributes: true,
    parseTagValue: false,
    ignoreDeclaration: true,
    htmlEntities: true,
    isArray: (_name, path) => path === `${root}.${item}`,
  });
  let parsed: Record<string, unknown>;
  try {
    parsed = parser.parse(text);
  } catch (error) {
    return { kind: 'broken', reason: `is no XML we can trust (${line(String(error), 120)})` };
  }
  const found = Object.keys(parsed)[0] ?? 'nothing';
  if (!Object.hasOwn(parsed, root)) return { kind: 'broken', reason: `holds <${line(found, 40)}>, not <${root}>` };
  const list = account(parsed[root], root);
  return { kind: 'items', items: list.objects(item), unread: list.unread };
}
