/** Links between pages of ifwiki.ru, `[[role:name|words]]`: what the old importer took from them (contract §4.8). */
import { addTag, type Findings, wikiQuote } from './ifwiki-findings.ts';
import { trimSpaces } from './python-text.ts';

export type WikiLink = { role: string; name: string; type: string; display: string | null };

/** `inner` is what stands between the brackets; null when it has too many parts. */
export function readWikiLink(inner: string): WikiLink | null {
  const [target = '', ...parts] = inner.replace(/^:/, '').split('|');
  if (parts.length > 2) return null;
  const sign = target.includes('::') ? '::' : ':';
  const at = target.indexOf(sign);
  const [before, after] = at < 0 ? [target, ''] : [target.slice(0, at), target.slice(at + sign.length)];
  const words = parts.at(-1) ?? '';
  return {
    role: after === '' ? '' : before,
    name: after === '' ? before : after,
    type: parts.length === 2 ? (parts[0] ?? '') : '',
    display: trimSpaces(words) === '' ? null : words,
  };
}

const mediaRoles = new Set(['Медиа', 'Media', 'Image', 'Изображение']);
export const isMedia = ({ role }: WikiLink): boolean => mediaRoles.has(role);

const authorRoles = new Map([
  ['автор', 'author'],
  ['переводчик', 'translator'],
  ['персонаж', 'character'],
  ['тестировщик', 'tester'],
  ['участник', 'member'],
  ['иллюстратор', 'artist'],
  ['программист', 'programmer'],
  ['композитор', 'composer'],
]);

/** Takes what a link gives, and returns the text that stands for it. */
export function takeWikiLink(inner: string, found: Findings): string {
  const link = readWikiLink(inner);
  if (link === null) return inner;
  const { role, name, display } = link;
  if (isMedia(link)) {
    takeMedia(link, display ?? '', found);
    return display ?? (found.of === 'person' ? name : `${role}:${name}`);
  }
  if (role === '' || found.of === 'person') return display ?? name;
  if (role === 'Категория') return '';
  const author = authorRoles.get(role.toLowerCase());
  if (author) {
    const url = `http://ifwiki.ru/${wikiQuote(name)}`;
    found.authors.push({ role_slug: author, name: display ?? name, url, urldesc: 'Страница автора на ifwiki' });
    return display ?? '';
  }
  if (role === 'Тема') addTag(found, 'tag', name);
  if (role === 'ifwiki-en') {
    const url = `http://ifwiki.org/index.php/${wikiQuote(name)}`;
    found.urls.push(found.categorise({ url, description: display ?? '', forced: 'game_page' }));
  }
  return display ?? `${role}:${name}`;
}

/** A file of the wiki. */
export function takeMedia({ role, name, type }: WikiLink, description: string, found: Findings): void {
  const person = type === 'thumb' ? 'avatar' : 'download_direct';
  const forced = found.of === 'person' ? person : role === 'Изображение' ? 'screenshot' : undefined;
  const url = `/files/${wikiQuote(name)}`;
  found.urls.push(found.categorise({ url, base: found.url, description, ...(forced && { forced }) }));
}
