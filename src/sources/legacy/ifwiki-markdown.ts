/** Wikitext of ifwiki.ru to Markdown as the old importer wrote it, step by step (contract §4.7). */
import { takeLinkBullets, takeMediaBullets } from './ifwiki-bullets.ts';
import type { Findings } from './ifwiki-findings.ts';
import { takeWikiLink } from './ifwiki-link.ts';
import { trimSpaces } from './python-text.ts';

/** Converts a page's text and takes authors, tags and addresses from its links. The order of the steps is the importer's. */
export function wikiToMarkdown(wikitext: string, found: Findings): string {
  let text = wikitext
    .replace(/<br ?\/?>/gi, '\n')
    .replace(/'''([^\n]*?)'''(?!')/g, '**$1**')
    .replace(/''([^\n]*?)''/g, '_$1_');
  text = text.split('\n').map(heading).join('\n');
  text = text.replace(/(?<![^\n])\*\s+/g, '* ').replace(/(?<![^\n])#\s+/g, '1. ');
  text = takeMediaBullets(text, found);
  text = replaceLinks(text, found);
  text = takeLinkBullets(text, found);
  text = takeLinks(text, found);
  return trimSpaces(
    text
      .replace(/(?<![^\n])-{4,}/g, '===')
      .replace(/\n{2,}/g, '\n\n')
      .replace(/\*{4,}/g, '****')
      .replace(/\*\*\s+\*\*/g, '****'),
  );
}

/** `== A == b` → `## A b`. */
function heading(line: string): string {
  for (let level = 6; level > 0 && line.startsWith('='); level -= 1) {
    const marks = '='.repeat(level);
    const end = line.startsWith(marks) ? line.indexOf(marks, level) : -1;
    if (end < 0) continue;
    return `${'#'.repeat(level)} ${trimSpaces(line.slice(level, end))}${line.slice(end + level)}`;
  }
  return line;
}

/** Each `[[…]]` of one line. */
function replaceLinks(text: string, found: Findings): string {
  return text
    .split('\n')
    .map((line) => {
      let out = '';
      let at = 0;
      for (let open = line.indexOf('[['); open >= 0; open = line.indexOf('[[', at)) {
        const close = line.indexOf(']]', open + 2);
        if (close < 0) break;
        const shown = takeWikiLink(line.slice(open + 2, close), found);
        out += line.slice(at, open) + (shown === '' ? '' : `**${shown}**`);
        at = close + 2;
      }
      return out + line.slice(at);
    })
    .join('\n');
}

function takeLinks(text: string, found: Findings): string {
  const take = (url: string, description: string) =>
    void found.urls.push(found.categorise({ url, base: found.url, description }));
  for (const [, words = '', url = ''] of text.matchAll(/\[([^[\]\n]+)\]\((https?:\/\/[^()\s]*)\)/g)) take(url, words);
  return text
    .replace(/\[(https?:\/\/[^\s[\]]*)[^\S\n]+([^[\]\n]+)\]/g, (_, url: string, words: string) => {
      take(url, words);
      return `[${words}](${url})`;
    })
    .replace(/\[(https?:\/\/[^\s[\]]*)\](?!\()/g, (_, url: string) => {
      take(url, '');
      return `[${url}](${url})`;
    });
}
