/**
 * The text of labels, names and links, which are short. A hostile page nests hundreds of them, each around the rest of
 * the page: reading each one whole would take seconds.
 */
import { type HtmlNode, silent } from './html.ts';

/** The text of the first `most` nodes under these, in order; `<br>` is a line end. */
export function shortTextOf(nodes: Iterable<HtmlNode>, most = 100): string {
  let text = '';
  const waiting = [...nodes].slice(0, most).reverse();
  let node = waiting.pop();
  for (let seen = 0; node !== undefined && seen < most; seen += 1) {
    if ('data' in node) text += node.data;
    else if ('name' in node && node.name === 'br') text += '\n';
    else if ('children' in node && !('name' in node && silent.has(node.name))) {
      for (const child of node.children.slice(0, most).reverse()) waiting.push(child);
    }
    node = waiting.pop();
  }
  return text;
}
