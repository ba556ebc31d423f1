/** Templates of ifwiki.ru as the old importer acted on them (contract §4.3–4.6). */
import { scanWikitext, type WikiBraces, type WikiNode } from '../reading/wikitext-scan.ts';
import { addTag, addUrl, type Findings, PageFailed, wikiQuote } from './ifwiki-findings.ts';
import { takeWikiLink } from './ifwiki-link.ts';
import { dayOf, percentDecode, trimSpaces } from './python-text.ts';

type Values = ReadonlyMap<string, string>;

/** Acts on all templates in the page's order, and returns the text with each replaced by what stands for it. */
export function takeTemplates(text: string, found: Findings): string {
  const { nodes } = scanWikitext(text);
  const replacements = new Map<string, string>();
  const visit = (siblings: readonly WikiNode[]) => {
    for (const node of siblings) {
      if (node.kind === 'hidden') continue;
      if (node.kind === 'template') {
        const { name, values } = readTemplate(text, node, lastSegment(found.url));
        const shown = takeTemplate(name, values, found);
        const written = text.slice(node.start, node.end);
        if (!replacements.has(written)) replacements.set(written, shown);
      }
      visit(node.inside);
    }
  };
  visit(nodes);
  return replace(text, nodes, replacements, 0);
}

/** A replacement may hold templates that stood in the one it replaces. */
function replace(
  text: string,
  nodes: readonly WikiNode[],
  replacements: ReadonlyMap<string, string>,
  depth: number,
): string {
  let out = '';
  let at = 0;
  for (const node of nodes) {
    if (node.kind === 'hidden' || node.start < at) continue;
    const shown = replacements.get(text.slice(node.start, node.end));
    if (shown === undefined) continue;
    const hasMore = depth < 40 && shown.includes('{{');
    out +=
      text.slice(at, node.start) +
      (hasMore ? replace(shown, scanWikitext(shown).nodes, replacements, depth + 1) : shown);
    at = node.end;
  }
  return out + text.slice(at);
}

function readTemplate(
  text: string,
  { parts, start, end }: WikiBraces,
  pageName: string,
): { name: string; values: Values } {
  const values = new Map<string, string>();
  let number = 0;
  for (const part of parts.slice(1)) {
    if (part.equals === null) number += 1;
    const name = part.equals === null ? String(number) : trimSpaces(text.slice(part.start, part.equals));
    const value = trimSpaces(text.slice(part.equals === null ? part.start : part.equals + 1, part.end));
    values.set(name, value === '{{PAGENAME}}' ? pageName : value);
  }
  const name = parts[0] ? text.slice(parts[0].start, parts[0].end) : text.slice(start + 2, end - 2);
  return { name: trimSpaces(name), values };
}

const lastSegment = (url: string) => percentDecode(url.slice(url.lastIndexOf('/') + 1)).replaceAll('_', ' ');

/** `{1}` is the first value without a name. */
const competitions = new Map([
  ['Конкурс', '{1}'],
  ['ЛОК', 'ЛОК-{1}'],
  ['ЗОК', 'ЗОК-{1}'],
  ['КРИЛ', 'КРИЛ-{1}'],
  ['goldhamster', 'Золотой Хомяк {1}'],
  ['qspcompo', 'QSP-Compo {1}'],
  ['Проект 31', 'Проект 31'],
  ['Ludum Dare', 'Ludum Dare {1}'],
]);

function takeTemplate(name: string, values: Values, found: Findings): string {
  const first = values.get('1');
  const competition = competitions.get(name);
  if (competition !== undefined) {
    if (first === undefined && competition.includes('{1}')) throw new PageFailed(name);
    addTag(
      found,
      'competition',
      competition.replace('{1}', () => first ?? ''),
    );
  } else if (name === 'game info') takeGameInfo(values, found);
  else if (name === 'PAGENAME') return found.title;
  else if (name === 'ns:6') return 'Media';
  else if (name === 'Избранная игра') found.tags.push({ cat_slug: '', tag: '', tag_slug: 'ifwiki_featured' });
  else if (name === 'Ссылка') return takeLink(values, found);
  else if (first === undefined) return '';
  else if (name === 'РИЛФайл') {
    addUrl(found, first, '');
    return `[${first} Ссылка на РилАрхив]`;
  } else if (name === 'Тема') addTag(found, 'tag', first);
  else if (name === 'URQStead') addUrl(found, first, 'Игра на URQ-модуле INSTEAD');
  return '';
}

function takeLink(values: Values, found: Findings): string {
  const url = values.get('на');
  const archived = values.get('архив');
  if (url === undefined) throw new PageFailed('Ссылка');
  addUrl(found, url, values.get('1'));
  if (archived !== undefined) addUrl(found, archived, values.get('1'));
  return `[${url} ${values.get('1') || 'ссылка'}]`;
}

function takeGameInfo(values: Values, found: Findings): void {
  for (const [name, value] of values) {
    if (name === 'автор') for (const inner of linksIn(value)) takeWikiLink(inner, found);
    else if (name === 'название') found.title = value;
    else if (name === 'вышла') {
      const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(value) ?? [];
      found.releaseDate = dayOf(year, month, day) ?? found.releaseDate;
    } else if (name === 'платформа') addTag(found, 'platform', value);
    else if (name === 'язык') addTag(found, 'language', value);
    else if (name === 'IFID') addTag(found, 'ifid', value);
    else if (name === 'темы') {
      for (const theme of value.split(',').map(trimSpaces)) if (theme !== '') addTag(found, 'tag', theme);
    } else if (name === 'обложка') {
      const url = `/files/${wikiQuote(value)}`;
      found.urls.push(found.categorise({ url, base: found.url, description: 'Обложка', forced: 'poster' }));
    }
  }
}

function linksIn(text: string): string[] {
  const links: string[] = [];
  for (let open = text.indexOf('[['); open >= 0; ) {
    const close = text.indexOf(']]', open);
    if (close < 0) break;
    links.push(text.slice(open + 2, close));
    open = text.indexOf('[[', close);
  }
  return links;
}
