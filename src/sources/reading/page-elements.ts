/**
 * Finds elements on an opened page in one walk. cheerio's own search compares all elements on one level with each other:
 * on a page with 20,000 of them one selector took a second. Its filter does not, so selectors stay what they were.
 */
import type { Broken } from '../../domain/source.ts';
import { type HtmlNode, type OpenPage, openPage } from './html.ts';

export type PageElement = Extract<HtmlNode, { attribs: unknown }>;

/** The elements under the nodes (the nodes included), in the order of the page; of these names, or all. */
export function elementsIn(nodes: Iterable<HtmlNode>, ...names: string[]): PageElement[] {
  const found: PageElement[] = [];
  const waiting = [...nodes].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!('children' in node)) continue;
    if ('attribs' in node && (names.length === 0 || names.includes(node.name))) found.push(node);
    const { children } = node;
    for (let index = children.length - 1; index >= 0; index -= 1) waiting.push(children[index] as HtmlNode);
  }
  return found;
}

/** Elements of the page by name (`h2`, or several: `dt dd`), and of those the ones that match a selector. */
export type PickElements = (names: string, selector?: string) => PageElement[];

export type SitePage = Pick<OpenPage, 'read' | 'unread'> & {
  kind: 'site';
  /** All, in the order of the page. */
  elements: PageElement[];
  pick: PickElements;
};

/** Opens a page of a site, whose menus, heads, feet and forms are known and not wanted. Picking elements is then cheap. */
export function openSitePage(text: string): SitePage | Broken {
  const page = openPage(text);
  if (page.kind === 'broken') return page;
  const { $, read, unread } = page;
  const byName = new Map<string, PageElement[]>();
  const elements = elementsIn(childNodes($.root().toArray()));
  for (const element of elements) {
    const same = byName.get(element.name);
    if (same) same.push(element);
    else byName.set(element.name, [element]);
  }
  const pick: PickElements = (names, selector) => {
    const named = names.split(' ').flatMap((name) => byName.get(name) ?? []);
    return selector === undefined || named.length === 0 ? named : $(named).filter(selector).toArray();
  };
  read(pick('nav header footer form'));
  return { kind: 'site', elements, pick, read, unread };
}

const childNodes = (roots: { children: HtmlNode[] }[]) => roots.flatMap(({ children }) => children);

/** The element after this one on its level. */
export function nextElement(element: PageElement): PageElement | undefined {
  let next = element.next;
  while (next !== null && !('attribs' in next)) next = next.next;
  return next ?? undefined;
}

/** The children that are elements. */
export const childElements = (element: PageElement): PageElement[] =>
  element.children.filter((child): child is PageElement => 'attribs' in child);
