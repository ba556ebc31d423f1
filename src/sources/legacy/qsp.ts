/** qsp.su as the old importer read it (contract §7.3). */
import { categoriseGameUrl } from './categorise-legacy-url.ts';
import { htmlToText } from './html-to-text.ts';
import type { LegacyReading, LegacyRecord, LegacySource } from './legacy-record.ts';
import { walkListings } from './numbered-walk.ts';
import { attributeIn, linksByAddress, tagsOf, upTo } from './page-text.ts';
import { dayOf, unescapeEntities } from './python-text.ts';

const listing = (index: number) => `http://qsp.su/index.php?option=com_sobi2&Itemid=55&limitstart=${10 * index}`;

export const legacyQsp: LegacySource = {
  name: 'qsp',
  claims: (url) =>
    /^http:\/\/qsp\.su\/index\.php\?option=com_sobi2&(?:[^&]*&){1,50}?sobi2Id=\d/.test(url.slice(0, 2000)),
  read,
  listing: listing(0),
  list: (lookUp) => walkListings(listing, gamesIn, lookUp),
};

const gamesIn = (text: string) =>
  Array.from(text.matchAll(/<h3><a href="([^"<>]*)"/g), ([, address]) => unescapeEntities(address ?? ''));

function read(url: string, text: string): LegacyReading {
  const table = tableOf(text, 'sobi2Details');
  if (table === null) return { error: 'NOT_A_GAME_PAGE' };
  const record: LegacyRecord = {
    priority: 40,
    title: '',
    urls: [categoriseGameUrl({ url })],
    authors: [],
    tags: [{ cat_slug: 'platform', tag: 'QSP' }],
  };
  let hasTitle = false;
  for (const row of rowsOf(table)) {
    const title = /<h1>([^<]*)<\/h1>/.exec(row)?.[1];
    if (title !== undefined) {
      record.title = unescapeEntities(title);
      hasTitle = true;
    }
    readRow(url, row, record);
  }
  if (!hasTitle) return { error: 'NOT_A_GAME_PAGE' };
  const footer = tableOf(text, 'sobi2DetailsFooter') ?? '';
  const [, day, month, year] = /Добавлено: (\d{1,2})\.(\d{1,2})\.(\d{4})&nbsp;&nbsp;/.exec(footer) ?? [];
  if (day && month && year) {
    const date = dayOf(year, month, day);
    if (date === null) return { error: 'PARSE_FAILED' };
    record.release_date = date;
  }
  return record;
}

function tableOf(text: string, name: string): string | null {
  const start = tagsOf(text, 'table').find(({ inside }) => inside.startsWith(` class="${name}"`));
  return start ? (upTo(text, '</table>', start.end)?.text ?? null) : null;
}

function rowsOf(table: string): string[] {
  const rows: string[] = [];
  let last = 0;
  for (const { start, end } of tagsOf(table, 'tr')) {
    if (start < last) continue;
    const row = upTo(table, '</tr>', end);
    if (!row) break;
    rows.push(row.text);
    last = row.end;
  }
  return rows;
}

function readRow(url: string, row: string, record: LegacyRecord): void {
  for (const { inside } of tagsOf(row, 'img')) {
    const src = attributeIn(inside, 'src');
    if (src?.before !== ' ' || !src.after.includes(' class="sobi2DetailsImage"')) continue;
    record.urls.push(categoriseGameUrl({ url: src.value, base: url, description: 'Обложка', forced: 'poster' }));
  }
  for (const [key, value] of fieldsOf(row)) readField(key, value, record);
  for (const { href, text, start } of linksByAddress(row)) {
    if (row.endsWith('>Файл: ', start) && !text.includes('<'))
      record.urls.push(categoriseGameUrl({ url: href, description: unescapeEntities(text) }));
  }
  for (const [, address] of row.matchAll(
    /<h2><a href="([^"<>]*)" title="download">(?:Скачать|Играть онлайн)<\/a><\/h2>/g,
  )) {
    record.urls.push(categoriseGameUrl({ url: address ?? '', base: url }));
  }
}

/** `<span id="sobi2Details_field_KEY"><span …>label</span> value</span>`; a label whose span has no attribute is taken for the value. */
function fieldsOf(row: string): [string, string][] {
  const fields: [string, string][] = [];
  let last = 0;
  for (const { inside, start, end } of tagsOf(row, 'span')) {
    const key = /^ id="sobi2Details_field_([^"]*)"/.exec(inside)?.[1];
    if (key === undefined || start < last) continue;
    const label = /^<span\s[^<>]{1,2000}>[^<]{0,2000}<\/span>/.exec(row.slice(end, end + 5000))?.[0] ?? '';
    const value = upTo(row, '</span>', end + label.length);
    if (!value) break;
    fields.push([key, value.text]);
    last = value.end;
  }
  return fields;
}

function readField(key: string, value: string, record: LegacyRecord): void {
  const text = unescapeEntities(value).trim();
  if (key === 'author') record.authors.push({ role_slug: 'author', name: text });
  else if (key === 'translator') record.authors.push({ role_slug: 'porter', name: text });
  else if (key === 'version') record.tags.push({ cat_slug: 'version', tag: text });
  else if (key === 'description') {
    record.desc = htmlToText(value);
    record.description_attributions = ['qsp.su'];
  }
}
