/**
 * For tests: what a reader sees of a Markdown text, by the renderer of the dashboard, with nothing filtered.
 */
import Markdown from 'react-markdown';

export type Rendered = { text: string; elements: string[]; targets: string[]; attributes: string[] };

type Element = { type: unknown; props: Record<string, unknown> };

/** Renders without filtering any address, so that a target shows as it was written. */
export function rendered(markdown: string): Rendered {
  const result: Rendered = { text: '', elements: [], targets: [], attributes: [] };
  const waiting: unknown[] = [Markdown({ children: markdown, urlTransform: (url) => url })];
  for (let node = waiting.pop(); waiting.length > 0 || node !== undefined; node = waiting.pop()) {
    if (typeof node === 'string') result.text += node;
    if (Array.isArray(node)) waiting.push(...node.toReversed());
    if (!isElement(node)) continue;
    if (typeof node.type === 'string') {
      result.elements.push(node.type);
      result.attributes.push(...Object.keys(node.props).filter((name) => name !== 'children' && name !== 'node'));
    }
    for (const target of [node.props.href, node.props.src]) if (typeof target === 'string') result.targets.push(target);
    waiting.push(node.props.children);
  }
  return result;
}

const isElement = (node: unknown): node is Element => typeof node === 'object' && node !== null && 'props' in node;
