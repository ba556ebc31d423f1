/**
 * What links of ifwiki.ru mean: `[[автор:Имя]]` names who did something, `[[Тема:море]]` what a game is about,
 * `[[Медиа:x.zip]]` a file. The part before the colon says so.
 */
import type { Role } from '../../domain/record.ts';
import { russianRole } from './russian-roles.ts';
import { labelOf } from './wikitext-items.ts';
import type { InternalLink } from './wikitext-links.ts';

export type IfwikiLink = { label: string | undefined } & (
  | { kind: 'credit'; role: Role; name: string }
  /** `shown`: a picture stands in the page, the link to it does not. */
  | { kind: 'file'; name: string; picture: boolean; shown: boolean; avatar: boolean }
  | { kind: 'theme' | 'abroad' | 'category' | 'page'; name: string }
  | { kind: 'unknown'; role: string; name: string }
);

const credits: ReadonlyMap<string, Role> = new Map([
  ['автор', 'author'],
  ['переводчик', 'translator'],
  ['персонаж', 'character'],
  ['тестировщик', 'tester'],
  ['участник', 'member'],
  ['иллюстратор', 'artist'],
  ['программист', 'programmer'],
  ['композитор', 'composer'],
]);
/** Links of these show the picture; `Медиа` and `Image` lead to the file, as the importer before us had it. */
const pictures = /^(?:изображение|файл|file)$/;
const files = /^(?:изображение|файл|file|image|медиа|media)$/;
const pictureName = /\.(?:png|jpe?g|gif|bmp|webp|svg)$/i;

/** How a picture is to stand in a page, not what it is called. */
const option =
  /^(?:thumb|thumbnail|мини|миниатюра|frame|framed|frameless|обрамить|без ?рамки|border|граница|left|right|center|centre|none|слева|справа|центр|без|upright.{0,20}|baseline|middle|top|bottom|text-top|text-bottom|sub|super|\d{0,5}x?\d{1,5} ?(?:px|пкс)|(?:alt|link|class|lang|page|альт|ссылка)=.*)$/is;

/** Tells what an internal link means. */
export function readIfwikiLink(link: InternalLink): IfwikiLink {
  const { target, colon } = link;
  const double = target.indexOf('::');
  const at = double >= 0 ? double : target.indexOf(':');
  const before = at < 0 ? '' : target.slice(0, at).trim();
  const after = target.slice(at < 0 ? 0 : at + (double >= 0 ? 2 : 1)).trim();
  const role = after === '' ? '' : before.replaceAll('_', ' ').toLowerCase();
  const name = after || before || target.trim();
  const label = labelOf(link);
  const credit = credits.get(role) ?? (double >= 0 ? russianRole(role) : null);
  if (credit) return { kind: 'credit', role: credit, name, label };
  if (files.test(role)) {
    const caption = link.labels.findLast((text) => text !== '' && !option.test(text));
    const isPicture = pictureName.test(name);
    const avatar = isPicture && link.labels.some((text) => /^(?:thumb|thumbnail|мини|миниатюра)$/i.test(text));
    const shown = isPicture && !colon && !/^(?:медиа|media)$/.test(role);
    return { kind: 'file', name, picture: isPicture && pictures.test(role), shown, avatar, label: caption };
  }
  if (role === 'тема') return { kind: 'theme', name, label };
  if (role === 'ifwiki-en') return { kind: 'abroad', name, label };
  if (/^(?:категория|category)$/.test(role)) return { kind: colon ? 'page' : 'category', name, label };
  if (role !== '' && double >= 0) return { kind: 'unknown', role, name, label };
  return { kind: 'page', name: target.replaceAll('_', ' ').trim(), label };
}

/** What the page shows in the link's place; empty: nothing. */
export function shownText(link: IfwikiLink): string {
  if (link.kind === 'category') return '';
  if (link.kind === 'credit' || (link.kind === 'file' && link.shown)) return link.label ?? '';
  return link.label ?? link.name;
}
