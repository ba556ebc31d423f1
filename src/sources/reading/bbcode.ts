/**
 * BBCode, as databases of their readers' texts use it, → Markdown. The codes are turned into the tags they stand for and
 * go the way of all HTML from outside; whatever else looks like markup is text. Hidden passages are left out.
 */
import { htmlToMarkdown } from './markdown.ts';

/** Most characters that are read of one text. */
const most = 100_000;

const code = /\[(\/?)(b|i|u|s|url|spoiler|quote|raw|code)(?:=([^\]\n]{1,2000}))?\]/gi;

const tags: Record<string, string> = { b: 'b', i: 'em', u: 'u', s: 's', quote: 'blockquote', code: 'pre', url: 'a' };

/** Converts; relative links are resolved against `base`. Never throws. */
export function bbcodeToMarkdown(text: string, base?: string): string {
  const written = text.slice(0, most);
  let html = '';
  let at = 0;
  let hidden = 0;
  let raw = false;
  for (const found of written.matchAll(code)) {
    const [whole, close = '', writtenName = '', target] = found;
    const name = writtenName.toLowerCase();
    if (hidden === 0) html += escapeHtml(written.slice(at, found.index));
    at = found.index + whole.length;
    if (name === 'raw') raw = close === '';
    else if (raw) html += hidden === 0 ? escapeHtml(whole) : '';
    else if (name === 'spoiler') hidden = Math.max(0, hidden + (close === '' ? 1 : -1));
    else if (hidden === 0) html += tag(tags[name] ?? name, close, target);
  }
  if (hidden === 0) html += escapeHtml(written.slice(at));
  return htmlToMarkdown(html, base);
}

/** A link without an address keeps its text only. */
function tag(name: string, close: string, target: string | undefined): string {
  if (close !== '') return `</${name}>`;
  return name === 'a' && target !== undefined ? `<a href="${escapeHtml(target.trim())}">` : `<${name}>`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '<br>' };
const escapeHtml = (text: string) => text.replace(/[&<>"\n]/g, (sign) => entities[sign] ?? sign);
