/**
 * The `game info` of a page on ifwiki.ru: title, authors, date, platforms, language, themes, cover, IFID. Values without
 * anything in them say nothing.
 */
import type { GameRecord, Identifier, Tag } from '../../domain/record.ts';
import { edtf } from './dates.ts';
import { fileAddress, type IfwikiPage, linkedPage } from './ifwiki-address.ts';
import { addCredit, type Findings, keepLink } from './ifwiki-findings.ts';
import { readIfwikiLink } from './ifwiki-links.ts';
import { languageTags } from './languages.ts';
import { splitList } from './split-list.ts';
import { cut, label, line } from './text.ts';
import { webLink } from './web-link.ts';
import { plainWikitext } from './wikitext.ts';
import { readLinks } from './wikitext-links.ts';

export type GameInfo = Pick<GameRecord, 'languages' | 'identifiers'> & {
  title: string | undefined;
  releaseDate: string | undefined;
  cover: string | undefined;
  tags: Tag[];
};

const ignored = new Set(['ширинаобложки', 'высотаобложки']);
const nobody = /^(?:неизвест\p{L}*|нет|аноним\p{L}*|без автора)$/iu;

/** Reads the values; credits are noted in `found` before those of the text, and what is unread. */
export function readGameInfo(page: IfwikiPage, found: Findings): GameInfo {
  const info: GameInfo = { title: undefined, releaseDate: undefined, cover: undefined, tags: [] };
  const inText = found.credits.splice(0);
  for (const [name, written] of found.info ?? []) {
    const value = plainWikitext(written);
    const unread = () => void found.unread.push(cut(`game info: ${line(name)}: ${value}`, 80));
    if (written === '' || ignored.has(name)) continue;
    switch (name) {
      case 'название':
        info.title = label(value) || undefined;
        break;
      case 'автор':
        readAuthors(written, page, found);
        break;
      case 'вышла':
        info.releaseDate = edtf(value) ?? undefined;
        if (info.releaseDate === undefined) unread();
        break;
      case 'платформа':
        info.tags.push(...tagsOf('platform', value));
        break;
      case 'темы':
        info.tags.push(...tagsOf('tag', value));
        break;
      case 'язык':
        info.languages = languageTags(value);
        if (info.languages.length === 0) unread();
        break;
      case 'обложка':
        info.cover = coverAddress(value, page);
        break;
      case 'IFID':
        info.identifiers = ifids(value);
        if (info.identifiers.length === 0) unread();
        break;
      default:
        unread();
    }
  }
  for (const credit of inText) addCredit(found, credit, credit.url);
  return info;
}

const tagsOf = (category: Tag['category'], list: string): Tag[] =>
  splitList(list).flatMap((written) => {
    const name = label(written, 200);
    return name === '' ? [] : [{ category, name }];
  });

const ifids = (written: string): Identifier[] =>
  [...new Set(written.toUpperCase().split(/[\s,;]+/))]
    .filter((value) => /^[A-Z0-9-]{8,63}$/.test(value))
    .map((value) => ({ scheme: 'ifid', value }));

/** `обложка.jpg`, `Файл:обложка.jpg` or an address. */
function coverAddress(value: string, page: IfwikiPage): string | undefined {
  if (/^https?:\/\//i.test(value)) return webLink(value) ?? undefined;
  const name = value.replace(/^:?(?:файл|file|изображение|image|медиа|media)\s*:\s*/i, '');
  return name === '' ? undefined : fileAddress(name, page);
}

/** Of longer values only the beginning is read. */
const longest = 10_000;

/** Links name people, in the role they say or as authors; without any link the text does. */
function readAuthors(written: string, page: IfwikiPage, found: Findings): void {
  const pieces = readLinks(written.slice(0, longest).replace(/\n/g, ' '));
  const hasLinks = pieces.some((piece) => typeof piece !== 'string');
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      const words = plainWikitext(piece.replace(/<br\s{0,9}\/?>/gi, ','));
      if (!hasLinks) for (const name of splitList(words)) addAuthor(name);
      else if (/\p{L}{3}/u.test(words)) found.unread.push(cut(`game info: автор: ${words}`, 80));
    } else if ('external' in piece)
      addAuthor(plainWikitext(piece.external.label), webLink(piece.external.url) ?? undefined);
    else {
      const link = readIfwikiLink(piece.internal);
      if (link.kind === 'page') addAuthor(plainWikitext(link.label ?? link.name), linkedPage(link.name, page)?.url);
      else keepLink(link, page, found);
    }
  }

  function addAuthor(name: string, url?: string): void {
    const known = label(name, 200);
    if (/\p{L}/u.test(known) && !nobody.test(known)) addCredit(found, { role: 'author', name: known }, url);
  }
}
