/**
 * Notes that people wrote in Markdown, made safe: paragraphs, lines, lists, links and emphasis stay, everything else in them is
 * text. They go the way of HTML, so that one writer decides what may stand in a description.
 */
import { escapeHtml } from './html.ts';
import { htmlToMarkdown } from './markdown.ts';

/** Converts notes; links that lead nowhere a reader should go keep only their words, as relative ones do without a `base`. */
export function notesToMarkdown(notes: string, base?: string): string {
  const blocks = notes.slice(0, 50_000).split(/\n\s*\n/);
  return htmlToMarkdown(blocks.map(blockToHtml).join(''), base);
}

function blockToHtml(block: string): string {
  const lines = block.split('\n').filter((each) => each.trim() !== '');
  const isList = lines.length > 0 && lines.every((each) => /^\s*[-*] /.test(each));
  if (!isList) return `<p>${lines.map(inlineToHtml).join('<br>')}</p>`;
  return `<ul>${lines.map((each) => `<li>${inlineToHtml(each.replace(/^\s*[-*] /, ''))}</li>`).join('')}</ul>`;
}

/** `[words](https://…)`; an address may hold one pair of brackets. */
const link =
  '\\[(?<words>[^[\\]\\n]{0,300})\\]\\((?<to>(?:https?:/)?/[^\\s()]{1,1000}(?:\\([^\\s()]{0,200}\\)[^\\s()]{0,500})?)\\)';
/** `<https://…>`, or `</a/b>` for a page of the same site. */
const bare = '<(?<address>(?:https?:/)?/[^\\s<>/]{1,300}/[^\\s<>]{0,1000}|https?://[^\\s<>/]{1,300})>';
const strong = '\\*\\*(?<strong>[^\\s*](?:[^*\\n]{0,300}[^\\s*])?)\\*\\*';
const emphasis =
  '(?<![\\p{L}\\p{N}*_])(?<mark>[*_])(?<emphasis>[^\\s*_](?:[^*_\\n]{0,300}[^\\s*_])?)\\k<mark>(?![\\p{L}\\p{N}*_])';
const plain = '\\\\(?<sign>[!-/:-@[-`{-~])';
const marks = new RegExp([link, bare, strong, emphasis, plain].join('|'), 'gu');

function inlineToHtml(text: string): string {
  let html = '';
  let from = 0;
  for (const found of text.matchAll(marks)) {
    html += escapeHtml(text.slice(from, found.index)) + markToHtml(found.groups ?? {});
    from = found.index + found[0].length;
  }
  return html + escapeHtml(text.slice(from));
}

function markToHtml({ words, to, address, strong, emphasis, sign }: Record<string, string | undefined>): string {
  const target = to ?? address;
  if (target !== undefined) return `<a href="${escapeHtml(target)}">${escapeHtml(words || target)}</a>`;
  if (strong !== undefined) return `<b>${escapeHtml(strong)}</b>`;
  return emphasis === undefined ? escapeHtml(sign ?? '') : `<i>${escapeHtml(emphasis)}</i>`;
}
