import type { Source } from '../domain/source.ts';
import { edtf } from './reading/dates.ts';
import { type OpenPage, openPage } from './reading/html.ts';
import { leaveOutEmpty } from './reading/leave-out-empty.ts';
import { nodesToMarkdown } from './reading/markdown.ts';
import { label } from './reading/text.ts';
import { categorise, uniqueLinks } from './reading/url-category.ts';

const keyOf = (url: string) => /^https?:\/\/quests\.example\/game\/([\w-]+)$/.exec(url)?.[1] ?? null;

const linksIn = ({ $, read }: OpenPage, selector: string, base: string) =>
  uniqueLinks(
    read($(selector).find('a[href]'))
      .toArray()
      .map((link) => categorise({ url: link.attribs.href ?? '', base, description: $(link).text() })),
  );

export const questsExample: Source = {
  name: 'quests-example',
  title: 'Quests',
  homepage: 'https://quests.example/',
  rank: 40,
  hostDelayMs: 2000,
  claims: (url) => keyOf(url) !== null,
  key: (url) => keyOf(url) ?? url,
  seeds: () => [{ as: 'listing', url: 'https://quests.example/games' }],
  list({ url, text }) {
    const page = openPage(text);
    if (page.kind === 'broken') return page;
    const pages = linksIn(page, '.games', url).flatMap((link) => (keyOf(link.url) ? link.url : []));
    if (pages.length === 0) return { kind: 'broken', reason: `${url} names no game: look whether its layout changed.` };
    return { kind: 'listed', pages, next: [], unread: page.unread() };
  },
  extract({ url, text }) {
    const page = openPage(text);
    if (page.kind === 'broken') return page;
    const { $, read } = page;
    page.ignore('nav');
    const title = label(read($('h1').first()).text());
    if (!title) return { kind: 'broken', reason: `${url} has no title (<h1>): look whether its layout changed.` };
    const fact = (id: string) =>
      label(
        read($(`#${id}, #${id} + dd`))
          .filter('dd')
          .text(),
      );
    const authors = fact('authors').split(', ').filter(Boolean);
    const story = nodesToMarkdown(read($('.story')), url);
    const record = leaveOutEmpty({
      source: 'quests-example',
      url,
      key: keyOf(url) ?? url,
      title,
      descriptions: story ? [{ language: 'en', text: story }] : [],
      releaseDate: edtf(fact('released')) ?? undefined,
      credits: authors.map((name) => ({ role: 'author', name })),
      urls: linksIn(page, '.links', url),
      attributions: ['quests.example'],
    });
    return { kind: 'records', records: [record], unread: page.unread() };
  },
};
