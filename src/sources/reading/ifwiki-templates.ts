/**
 * Templates of ifwiki.ru: what they say of a game, and the wikitext that stands in their place. One that lacks what it
 * needs is passed over and told, and does not cost the page.
 */
import type { IfwikiPage } from './ifwiki-address.ts';
import type { Findings } from './ifwiki-findings.ts';
import { cut, label, line } from './text.ts';
import { webLink } from './web-link.ts';
import { plainWikitext } from './wikitext.ts';
import { hideMarkup, type WikiTemplate } from './wikitext-templates.ts';

/** The name a competition's tag begins with; null: the template's first value is the whole name. */
const competitions: ReadonlyMap<string, string | null> = new Map([
  ['конкурс', null],
  ['лок', 'ЛОК-'],
  ['зок', 'ЗОК-'],
  ['крил', 'КРИЛ-'],
  ['goldhamster', 'Золотой Хомяк '],
  ['qspcompo', 'QSP-Compo '],
  ['ludum dare', 'Ludum Dare '],
]);

const variables = new Map<string, (page: IfwikiPage) => string>([
  ['pagename', ({ name }) => hideMarkup(name)],
  ['fullpagename', ({ full }) => hideMarkup(full)],
  ['subpagename', ({ name }) => hideMarkup(name.slice(name.lastIndexOf('/') + 1))],
  ['ns:6', () => 'Media'],
  ['!', () => '|'],
  ['=', () => '='],
]);

/** Signs that say something to editors of the wiki and nothing to readers. */
const silent = new Set(['заглушкатекста', 'заглушкассылок']);

/** Notes what a template says; returns what stands in its place. */
export function expandIfwikiTemplate({ name, values }: WikiTemplate, page: IfwikiPage, found: Findings): string {
  const key = name.toLowerCase();
  const value = (parameter: string) => plainWikitext(values.get(parameter) ?? '');
  const variable = variables.get(key);
  if (variable) return variable(page);
  const untold = (missing: string) => {
    found.unread.push(cut(`template ${line(name)}: ${missing}`, 80));
    return '';
  };
  if (competitions.has(key)) {
    const prefix = competitions.get(key) ?? '';
    if (label(value('1')) === '') return untold('no name or number');
    found.tags.push({ category: 'competition', name: label(prefix + value('1'), 200) });
    return '';
  }
  switch (key) {
    case 'game info':
      if (found.info !== null) return untold('stands twice');
      found.info = values;
      return '';
    case 'проект 31':
      found.tags.push({ category: 'competition', name: 'Проект 31' });
      return '';
    case 'избранная игра':
      found.tags.push({ category: 'tag', slug: 'ifwiki_featured' });
      return '';
    case 'тема':
      if (label(value('1')) === '') return untold('no theme');
      found.tags.push({ category: 'tag', name: label(value('1'), 200) });
      return '';
    case 'urqstead':
      return writeLink(values.get('1'), 'Игра на URQ-модуле INSTEAD', '') ?? untold('no address');
    case 'рилфайл':
      return writeLink(values.get('1'), '', 'Ссылка на РилАрхив') ?? untold('no address');
    case 'ссылка': {
      const text = value('1');
      const link = writeLink(values.get('на'), text, text || 'ссылка');
      const archive = webLink(values.get('архив'));
      if (archive !== null) found.links.push({ url: archive, description: text && `${text} (архив)` });
      return link ?? untold('no address');
    }
    default:
      return silent.has(key) ? '' : untold('not known');
  }

  /** Null when the address is none. The link in the text is found once more, and is the same. */
  function writeLink(written: string | undefined, description: string, shown: string): string | null {
    const url = webLink(plainWikitext(written ?? ''));
    if (url === null) return null;
    found.links.push({ url, description });
    return shown === '' ? '' : `[${url.replace(/[[\]"<>|]/g, encodeURIComponent)} ${hideMarkup(shown)}]`;
  }
}
