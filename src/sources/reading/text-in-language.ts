/**
 * A text of a page with the language it is in: guessed from what people read, for addresses of links are Latin letters.
 */
import type { Description } from '../../domain/record.ts';
import { type HtmlNode, textOf } from './html.ts';
import { guessLanguage } from './languages.ts';
import { nodesToMarkdown } from './markdown.ts';

/** The nodes as one description in Markdown; none when they hold no text. */
export function textInLanguage(nodes: Iterable<HtmlNode>, base: string): Description[] {
  const text = nodesToMarkdown(nodes, base);
  return text ? [{ language: guessLanguage(textOf(nodes)), text }] : [];
}
