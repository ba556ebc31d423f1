/**
 * List items that are nothing but one link and a few words: a list of links, which a catalogue keeps as links and not as
 * text. The limits are those of the importer we replace.
 */
import { parseHtml, textOf } from './html.ts';
import { line } from './text.ts';
import type { ExternalLink, InternalLink, WikiPiece } from './wikitext-links.ts';

/** `description`: the words before, in and after the link. `others`: links to pages of the wiki among those words. */
export type LinkItem = {
  link: { internal: InternalLink } | { external: ExternalLink };
  description: string;
  others: InternalLink[];
};

const mostBefore = 40;
const mostLabel = 80;
const mostAfter = 80;
const mostAddress = 2048;

/** What an internal link is called, and whether it leads to a file. */
export type LinkNaming = (link: InternalLink) => { label: string; isFile: boolean };

/** The only link of an item to the web or to a file, or null when the item is more than a link. */
export function linkItem(pieces: readonly WikiPiece[], naming: LinkNaming): LinkItem | null {
  const links = pieces.filter((piece) => typeof piece === 'object');
  const main = links.filter((piece) => 'external' in piece || naming(piece.internal).isFile);
  const [link] = main;
  if (link === undefined || main.length !== 1) return null;
  const label = 'internal' in link ? naming(link.internal).label : link.external.label;
  const target = 'internal' in link ? link.internal.target : link.external.url;
  const at = pieces.indexOf(link);
  const words = (some: readonly WikiPiece[]) => some.map((piece) => wordsOf(piece, naming)).join('');
  const [before, after] = [words(pieces.slice(0, at)), words(pieces.slice(at + 1))];
  const isShort = before.length <= mostBefore && after.length <= mostAfter;
  if (!isShort || label === '' || label.length > mostLabel || target.length > mostAddress) return null;
  if (/https?:\/\/|\[/.test(before + after)) return null;
  const others = links.flatMap((piece) => ('internal' in piece && piece !== link ? [piece.internal] : []));
  return { link, description: tidy(`${bare(before)}${plain(label)}${bare(after)}`), others };
}

/** What a link shows; undefined when it names nothing to show. */
export const labelOf = ({ labels }: InternalLink): string | undefined => labels.findLast((text) => text !== '');

/** Words around the link, with bold as Markdown writes it: in this form they are measured. */
function wordsOf(piece: WikiPiece, naming: LinkNaming): string {
  if (typeof piece === 'string') return piece.replaceAll("'''", '**').replaceAll("''", '_');
  return 'internal' in piece ? `**${naming(piece.internal).label}**` : '';
}

const plain = (text: string) => {
  const words = text.replace(/'{2,}/g, '');
  return /[<&]/.test(words) ? textOf(parseHtml(words).tree.children) : words;
};
const bare = (text: string) => plain(text.replace(/\*\*|__/g, ' '));

const tidy = (text: string) =>
  line(text)
    .replace(/ (?=['’])/g, '')
    .replace(/[.。 ]+$/, '');
