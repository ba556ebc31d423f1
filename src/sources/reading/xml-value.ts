/**
 * Small pieces of XML as plain objects, for an account: cut out of a large document without parsing all of it, named
 * without their namespaces' prefixes. Entities that a document defines itself stay as they are written.
 */
import type { Account } from './account.ts';
import { type HtmlNode, parseHtml, textOf } from './html.ts';

export type XmlValue = string | XmlObject | (string | XmlObject)[];
export type XmlObject = { [name: string]: XmlValue };

type Element = Extract<HtmlNode, { attribs: unknown }>;
/** How the text of an element without parts is read. */
type Leaf = (nodes: HtmlNode[]) => string;

export type XmlItem = {
  number: number;
  name: string;
  text: string /** Not cut off at the end of the document. */;
  ended: boolean;
};

/** Texts of the elements of these names, in order, none within another; `number` counts from 1. */
export function* xmlItems(text: string, ...names: string[]): Generator<XmlItem> {
  const start = new RegExp(`<(${names.join('|')})[\\s>]`, 'g');
  for (let number = 1, found = start.exec(text); found !== null; number += 1, found = start.exec(text)) {
    const name = found[1] ?? '';
    const end = text.indexOf(`</${name}>`, found.index);
    const stop = end === -1 ? text.length : end + name.length + 3;
    yield { number, name, text: text.slice(found.index, stop), ended: end !== -1 };
    start.lastIndex = stop;
  }
}

/** No format read here nests its parts deeper; below, only the text is kept. */
const deepestPart = 8;

/** The first element of a text: its name and what is in it; null when there is none or it nests too deep. */
export function xmlValue(text: string, leaf: Leaf = textOf): { name: string; value: XmlObject } | null {
  const { tree, cut } = parseHtml(text, { xmlMode: true });
  const root = tree.children.find(isElement);
  if (cut || root === undefined) return null;
  return { name: localName(root), value: objectOf(partsOf(root), leaf, 1) };
}

/** Parts of one name become a list. */
function objectOf(parts: Element[], leaf: Leaf, depth: number): XmlObject {
  const values: XmlObject = {};
  for (const part of parts) {
    const name = localName(part);
    const standing = Object.hasOwn(values, name) ? values[name] : undefined;
    const value = elementValue(part, leaf, depth);
    // A part may have any name, that of the prototype too.
    if (name === '__proto__') Object.defineProperty(values, name, { value, enumerable: true, configurable: true });
    else if (standing === undefined) values[name] = value;
    else if (Array.isArray(standing)) standing.push(value);
    else values[name] = [standing, value];
  }
  return values;
}

/** An element of elements is an object; one with words of its own is a text, whatever stands between them. */
export function elementValue(element: Element, leaf: Leaf = textOf, depth = 1): string | XmlObject {
  const parts = partsOf(element);
  const isText = parts.length === 0 || element.children.some((node) => 'data' in node && node.data.trim() !== '');
  return isText || depth >= deepestPart ? leaf(element.children).trim() : objectOf(parts, leaf, depth + 1);
}

export const isElement = (node: HtmlNode): node is Element => 'attribs' in node;
const partsOf = (element: Element) => element.children.filter(isElement).filter(({ name }) => name !== 'br');
export const localName = ({ name }: Element): string => name.slice(name.lastIndexOf(':') + 1);

/** The parts of a name, whether one stands there or many. */
export function elementsOf(parent: Account, name: string): Account[] {
  const one = parent.object(name);
  return one.keys().length > 0 ? [one] : parent.objects(name);
}

/** The texts of a name, whether one stands there or many. */
export function textsOf(parent: Account, name: string): string[] {
  const one = parent.text(name);
  return one === undefined
    ? parent
        .list(name)
        .filter((text) => typeof text === 'string' && text !== '')
        .map(String)
    : [one];
}
