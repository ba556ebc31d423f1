/**
 * Addresses of ifwiki.ru: which of them are pages that can be about a game or a person, what the page is called, and
 * where its wikitext is to be had.
 */
import { decodedPath } from './address-parts.ts';
import { label } from './text.ts';
import { type WikiTitle, wikiPath, wikiTitle } from './wiki-title.ts';

const words = (list: string) => list.split(',');
const own = words('служебная,special,ifwiki,project,mediawiki,шаблон,template,справка,help,категория,category');
const files = words('файл,file,изображение,image,медиа,media');
const other = words('модуль,module,свойство,property,форма,form,концепция,concept,виджет,widget,gadget');
const people = words('автор,участник,участница,user');
const subjects = words('ifwiki,файл,mediawiki,шаблона,справки,категории,участника,участницы,модуля,свойства,формы');
const talk = [
  ...words('обсуждение,talk'),
  ...subjects.map((subject) => `обсуждение ${subject}`),
  ...words('user,project,file,mediawiki,template,help,category,module').map((subject) => `${subject} talk`),
];
const namespaces: ReadonlySet<string> = new Set([...own, ...files, ...other, ...people, ...talk]);

/** What stands in the folder of the wiki and is none of its pages. */
const notPages = /^(?:files|skins|images|resources|extensions|load\.php|api\.php|favicon\.ico|robots\.txt)(?:\/|$)/i;
/** A page with one of these is its history, an old version, or a form. */
const otherViews = ['oldid', 'diff', 'curid', 'search', 'veaction'];

export type IfwikiPage = WikiTitle & {
  /** `Автор:Имя` or `Игра`: the page's one name. */
  full: string;
  /** Its address, with the scheme of the address it was read from. */
  url: string;
};

/** The page behind an address, in all its spellings; null when it is none of games or people. */
export function ifwikiPage(address: string): IfwikiPage | null {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol) || !/^(?:www\.)?ifwiki\.ru\.?$/.test(url.hostname)) return null;
  const { searchParams } = url;
  const action = searchParams.get('action') ?? 'raw';
  if (!/^(?:raw|view)$/.test(action) || otherViews.some((name) => searchParams.has(name))) return null;
  const path = url.pathname.replace(/^\/+|\/+$/g, '');
  const script = /^index\.php(?:\/|$)/i.exec(path)?.[0] ?? '';
  const written = script ? (searchParams.get('title') ?? decodedPath(path.slice(script.length))) : decodedPath(path);
  if (!script && notPages.test(path)) return null;
  return named(written, url.protocol);
}

/** The page a link names; null when it is none of games or people. */
export function linkedPage(target: string, base: IfwikiPage): IfwikiPage | null {
  return named(target.replace(/^\s*:/, ''), base.url.startsWith('http:') ? 'http:' : 'https:');
}

function named(written: string, scheme: string): IfwikiPage | null {
  const title = wikiTitle(written, namespaces);
  if (title === null || (title.namespace !== '' && !people.includes(title.namespace))) return null;
  const { namespace, name } = title;
  if (label(name) === '') return null;
  const full = namespace ? `${namespace[0]?.toUpperCase()}${namespace.slice(1)}:${name}` : name;
  return { ...title, full, url: `${scheme}//ifwiki.ru/${wikiPath(full)}` };
}

/** Where the wikitext of a page is asked for. */
export const rawAddress = ({ full }: IfwikiPage): string =>
  `https://ifwiki.ru/index.php?title=${wikiPath(full)}&action=raw`;

/** Where a file of the wiki is to be had. */
export function fileAddress(name: string, page: IfwikiPage): string {
  const title = wikiTitle(name, new Set());
  return new URL(`/files/${wikiPath(title?.name ?? name.trim())}`, page.url).href;
}
