/**
 * Links in a line of wikitext: `[[target|label]]`, `[https://… label]`, and `[label](https://…)`, which people who know
 * Markdown write. What only looks like a link stays text.
 */

export type InternalLink = {
  /** What stands before the first pipe, without a leading colon. */
  target: string;
  /** `[[:Файл:x.png]]` is a link to the file and does not show it. */
  colon: boolean;
  /** What stands between and after the pipes; wikitext. */
  labels: string[];
};
/** `label` is wikitext, empty when there is none. */
export type ExternalLink = { url: string; label: string };
export type WikiPiece = string | { internal: InternalLink } | { external: ExternalLink };

/** Longer ones are no links: nobody writes them, and reading them over and over would take time. */
const longest = 5000;

/** Splits a line into text and links. Links in labels of links stay in the label. */
export function readLinks(line: string): WikiPiece[] {
  const pieces: WikiPiece[] = [];
  let at = 0;
  for (const [start, end] of bracketed(line, longest)) {
    readExternal(line.slice(at, start), pieces);
    pieces.push(internalLink(line.slice(start + 2, end - 2)));
    at = end;
  }
  readExternal(at === 0 ? line : line.slice(at), pieces);
  return pieces;
}

/** From where to where `[[…]]` stand that are not in others and not longer than `most`. */
export function bracketed(text: string, most: number): [number, number][] {
  if (!text.includes('[[')) return [];
  const starts: number[] = [];
  const pairs: [number, number][] = [];
  for (const { 0: sign, index } of text.matchAll(/\[\[|\]\]/g)) {
    if (sign === '[[') starts.push(index);
    else {
      const start = starts.pop();
      if (start !== undefined && index + 2 - start <= most) pairs.push([start, index + 2]);
    }
  }
  let end = 0;
  return pairs
    .sort(([left], [right]) => left - right)
    .filter((pair) => {
      if (pair[0] < end) return false;
      end = pair[1];
      return true;
    });
}

function internalLink(inside: string): WikiPiece {
  const parts = splitOutside(inside);
  const [target = '', ...labels] = parts.map((part) => part.trim());
  const address = /^((?:https?:)?\/\/\S+)\s*(.*)$/is.exec(target);
  if (address) return { external: { url: address[1] ?? '', label: address[2] || (labels.at(-1) ?? '') } };
  return { internal: { target: target.replace(/^:\s*/, ''), colon: target.startsWith(':'), labels } };
}

/** At pipes that are not those of a link in the label. */
function splitOutside(inside: string): string[] {
  const inner = bracketed(inside, longest);
  if (inner.length === 0) return inside.split('|');
  const parts = [''];
  const add = (text: string, whole: boolean) => {
    const [first = '', ...rest] = whole ? [text] : text.split('|');
    parts[parts.length - 1] += first;
    for (const part of rest) parts.push(part);
  };
  let at = 0;
  for (const [start, end] of inner) {
    add(inside.slice(at, start), false);
    add(inside.slice(start, end), true);
    at = end;
  }
  add(inside.slice(at), false);
  return parts;
}

const address = '[^\\s[\\]<>"]';
const pathSign = '[^\\s()[\\]<>"]';
const external = new RegExp(
  `\\[((?:(?:https?|ftp):)?//${address}+|mailto:${address}+)(?:[ \\t]+([^[\\]]*))?\\]` +
    `|\\[([^[\\]]{0,300})\\]\\((https?://${pathSign}*(?:\\(${pathSign}*\\)${pathSign}*)*)\\)`,
  'gi',
);

function readExternal(text: string, pieces: WikiPiece[]): void {
  let at = 0;
  if (text.includes('[')) {
    for (const found of text.matchAll(external)) {
      const [all, wikiUrl, wikiLabel = '', label = '', url = ''] = found;
      if (found.index > at) pieces.push(text.slice(at, found.index));
      const read = wikiUrl === undefined ? { url, label } : { url: wikiUrl, label: wikiLabel };
      pieces.push({ external: { url: read.url, label: read.label.trim() } });
      at = found.index + all.length;
    }
  }
  if (at < text.length) pieces.push(at === 0 ? text : text.slice(at));
}
