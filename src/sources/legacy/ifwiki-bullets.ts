/**
 * Short bullets of ifwiki.ru with one link become addresses and leave the text (contract §4.9).
 */
import type { Findings } from './ifwiki-findings.ts';
import { isMedia, readWikiLink, takeMedia } from './ifwiki-link.ts';
import { collapseSpaces, trimSpaces } from './python-text.ts';

const most = { before: 40, label: 80, address: 2048, after: 80 };
/** No line that qualifies is longer. */
const mostLine = 5000;

type Bullet = { before: string; label: string; after: string; take: (description: string) => void };

/** Bullets with one file of the wiki. */
export const takeMediaBullets = (text: string, found: Findings): string =>
  takeBullets(text, (line) => {
    const [, before = '', inner = '', after = ''] = /^([^[]*)\[\[((?:(?!\]\]).)*)\]\](.*)$/s.exec(line) ?? [];
    const link = readWikiLink(inner);
    if (!link || !isMedia(link) || link.name.length > most.address) return null;
    const label = link.display ?? link.name;
    return { before, label, after, take: (description) => takeMedia(link, description, found) };
  });

/** Bullets with one link to elsewhere, in Markdown or as the wiki writes it. */
export const takeLinkBullets = (text: string, found: Findings): string =>
  takeBullets(text, (line) => {
    const open = line.indexOf('[');
    const before = line.slice(0, open);
    const written = line.slice(open);
    const markdown = /^\[([^[\]]+)\]\((https?:\/\/[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)/.exec(written);
    const wiki = markdown ? null : /^\[(https?:\/\/[^\s[\]]*)\s+([^[\]]+)\]/.exec(written);
    const match = markdown ?? wiki;
    if (open < 0 || !match) return null;
    const [address = '', label = ''] = markdown ? [markdown[2], markdown[1]] : [wiki?.[1], wiki?.[2]];
    if (address.length > most.address) return null;
    const take = (description: string) =>
      void found.urls.push(found.categorise({ url: address, base: found.url, description }));
    return { before, label, after: written.slice(match[0].length), take };
  });

function takeBullets(text: string, read: (line: string) => Bullet | null): string {
  const kept: string[] = [];
  for (const line of text.split('\n')) {
    const start = /^ *\* +/.exec(line.slice(0, mostLine))?.[0];
    const bullet = start === undefined || line.length > mostLine ? null : read(line.slice(start.length));
    if (bullet && isShort(bullet)) bullet.take(describe(bullet));
    else kept.push(line);
  }
  return kept.join('\n');
}

/** Lengths count characters. */
const longer = (text: string, limit: number) => text.length > limit && [...text].length > limit;

function isShort({ before, label, after }: Bullet): boolean {
  if (label === '' || longer(before, most.before) || longer(label, most.label) || longer(after, most.after))
    return false;
  return !/https?:\/\/|\[/.test(`${before} ${after}`);
}

function describe({ before, label, after }: Bullet): string {
  const around = (text: string) => collapseSpaces(text.replace(/\*\*|__/g, ' '));
  const description = collapseSpaces(around(before) + label + around(after)).replace(/ (?=['’])/g, '');
  return trimSpaces(description.replace(/(?<![.。 ])[.。 ]+$/, ''));
}
