/**
 * Links with a label in the text before them: `Авторы: <a>A</a>, <a>B</a> · Платформа: <a>C</a>`.
 */
import { type HtmlNode, silent } from './html.ts';
import { line } from './text.ts';

export type LabelledLink = {
  /** The text since the link before, without `·`, `:` and `,`; where that is empty, the label of the link before. */
  name: string;
  link: HtmlNode;
  /** The texts that made up the label. */
  before: HtmlNode[];
};

/** The links under the nodes, in their order. */
export function labelledLinks(nodes: Iterable<HtmlNode>): LabelledLink[] {
  const links: LabelledLink[] = [];
  let name = '';
  let before: (HtmlNode & { data: string })[] = [];
  const waiting = [...nodes].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('data' in node) before.push(node);
    else if ('name' in node && node.name === 'a') {
      const written = before.map(({ data }) => data).join('');
      name = line(written.replace(/[·:,]/g, ' '), 100) || name;
      links.push({ name, link: node, before });
      before = [];
    } else if ('children' in node && !('name' in node && silent.has(node.name))) {
      for (const child of node.children.toReversed()) waiting.push(child);
    }
  }
  return links;
}
