/**
 * Notes that people wrote in Markdown, made safe: paragraphs, lines, lists and links stay, everything else in them is
 * text. They go the way of HTML, so that one writer decides what may stand in a description.
 */
import { htmlToMarkdown } from './markdown.ts';

/** Converts notes; links that lead nowhere a reader should go keep only their words. */
export function notesToMarkdown(notes: string): string {
  const blocks = notes.slice(0, 50_000).split(/\n\s*\n/);
  return htmlToMarkdown(blocks.map(blockToHtml).join(''));
}

function blockToHtml(block: string): string {
  const lines = block.split('\n').filter((each) => each.trim() !== '');
  const isList = lines.length > 0 && lines.every((each) => /^\s*[-*] /.test(each));
  if (!isList) return `<p>${lines.map(inlineToHtml).join('<br>')}</p>`;
  return `<ul>${lines.map((each) => `<li>${inlineToHtml(each.replace(/^\s*[-*] /, ''))}</li>`).join('')}</ul>`;
}

/** `[words](https://…)`; an address may hold one pair of brackets. */
const linkForm = /\[([^[\]\n]{0,300})\]\((https?:\/\/[^\s()]{1,1000}(?:\([^\s()]{0,200}\)[^\s()]{0,500})?)\)/g;

function inlineToHtml(text: string): string {
  let html = '';
  let from = 0;
  for (const found of text.matchAll(linkForm)) {
    const [whole, words = '', address = ''] = found;
    html += `${escaped(text.slice(from, found.index))}<a href="${escaped(address)}">${escaped(words || address)}</a>`;
    from = found.index + whole.length;
  }
  return html + escaped(text.slice(from));
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
