/**
 * Wikitext from outside → Markdown: templates, tags, links and quotes are read as MediaWiki reads them, the result goes
 * through the reader of HTML, which lets no HTML and no script through. Time grows with the length of the page alone.
 */
import { parseHtml, textOf } from './html.ts';
import { htmlToMarkdown } from './markdown.ts';
import { clean, line } from './text.ts';
import { wikitextToHtml } from './wikitext-blocks.ts';
import { type LinkItem, type LinkNaming, labelOf, linkItem } from './wikitext-items.ts';
import { bracketed, type ExternalLink, type InternalLink, readLinks } from './wikitext-links.ts';
import { writeQuotes } from './wikitext-quotes.ts';
import { scanWikitext } from './wikitext-scan.ts';
import { settleTags } from './wikitext-tags.ts';
import { expandTemplates, hideMarkup, type WikiTemplate } from './wikitext-templates.ts';

/** What a source knows of its wiki; each part may be left out. */
export type WikiReader = {
  /** The wikitext in a template's place; by default nothing. */
  template?(template: WikiTemplate): string;
  /** The wikitext an internal link shows, in bold; by default its label or target, but for categories and pictures. */
  link?(link: InternalLink): string;
  /** Told of each link to the web. */
  external?(link: ExternalLink): void;
  /** What an internal link is called among the words of a list item, and whether it leads to a file. */
  naming?: LinkNaming;
  /** Told of each list item that is only a link; true: it is kept elsewhere and leaves the text. */
  item?(item: LinkItem): boolean;
};

/** `unclosed`: beginnings of templates that never end, and so are text. */
export type WikiReading = { markdown: string; unclosed: string[] };

/** Most characters that are read of one page, and of what its templates make of it. */
const most = 500_000;

/** Reads a page; relative links are resolved against `base`. Never throws. */
export function readWikitext(page: string, reader: WikiReader = {}, base?: string): WikiReading {
  const text = clean(page.slice(0, most));
  const scan = scanWikitext(text);
  const expanded = expandTemplates(text, scan, (template) => reader.template?.(template) ?? '');
  const settled = settleTags(expanded.slice(0, most));
  const html = wikitextToHtml(joinLinks(settled.replace(/__[A-ZА-ЯЁ]{3,30}__/g, '')), {
    inline: (inner) => inline(inner, reader),
    isLinkItem(inner) {
      const item = reader.item ? linkItem(readLinks(inner), reader.naming ?? namedByDefault) : null;
      return item !== null && reader.item?.(item) === true;
    },
  });
  return {
    markdown: htmlToMarkdown(html, base),
    unclosed: scan.unclosed.map((start) => line(text.slice(start, start + 40))),
  };
}

/** The text of a short value: a name, a caption. Links in it are told to the reader. */
export function plainWikitext(value: string, reader: WikiReader = {}): string {
  if (!/[<&[\]]|''/.test(value)) return line(value.slice(0, 5000));
  const html = inline(settleTags(value.slice(0, 5000)).replace(/\n+/g, ' '), reader);
  return line(textOf(parseHtml(html).tree.children));
}

/** Where a page that is only a redirect leads, as written; null when it is none. */
export function redirectTarget(page: string): string | null {
  const written = /^\s{0,99}#(?:redirect|перенаправление)\s{0,99}:?\s{0,99}\[\[([^[\]|#\n]{1,300})/i.exec(page)?.[1];
  return written?.replace(/^\s*:/, '').trim() || null;
}

/** Links in labels of links are read so deep; deeper ones are text. */
const deepestLabel = 4;

function inline(text: string, reader: WikiReader, depth = 0): string {
  if (depth > deepestLabel) return text;
  const out: string[] = [];
  let nothingShown = false;
  for (const piece of readLinks(text)) {
    if (typeof piece === 'string') {
      // Where a link showed nothing, the space before it goes too: «Город [[автор:Имя]].»
      const last = out.at(-1);
      if (nothingShown && last !== undefined && /^[.,;:!?)]/.test(piece)) out[out.length - 1] = last.trimEnd();
      out.push(piece);
    } else if ('internal' in piece) {
      const shown = (reader.link ?? shownByDefault)(piece.internal);
      nothingShown = shown === '';
      if (!nothingShown) out.push(`<strong>${inline(shown, reader, depth + 1)}</strong>`);
      continue;
    } else {
      const { url, label } = piece.external;
      reader.external?.(piece.external);
      out.push(`<a href="${hideMarkup(url)}">${label || hideMarkup(url)}</a>`);
    }
    nothingShown = false;
  }
  const written = out.join('');
  return depth === 0 ? writeQuotes(written) : written;
}

const namedByDefault: LinkNaming = (link) => ({ label: labelOf(link) ?? link.target, isFile: false });

const shownByDefault = (link: InternalLink): string => {
  const hidden = !link.colon && /^(?:категория|category|файл|file|изображение|image)\s*:/i.test(link.target);
  return hidden ? '' : (labelOf(link) ?? link.target);
};

/** A link whose label breaks over lines is written in one. */
function joinLinks(text: string): string {
  let out = '';
  let at = 0;
  for (const [start, end] of bracketed(text, 2000)) {
    const link = text.slice(start, end);
    if (!link.includes('\n') || link.includes('\n\n')) continue;
    out += text.slice(at, start) + link.replaceAll('\n', ' ');
    at = end;
  }
  return out + text.slice(at);
}
