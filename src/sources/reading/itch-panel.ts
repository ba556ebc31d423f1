/**
 * The table “More information” of a game on itch.io: a row is `<td>Status</td><td>…</td>`.
 */
import type { GameUrl, Tag } from '../../domain/record.ts';
import { edtf } from './dates.ts';
import { type LabelledField, labelledFields } from './labelled-fields.ts';
import { languageTag } from './languages.ts';
import type { Credited } from './named-credits.ts';
import { namedTags } from './named-tags.ts';
import { platformTags } from './open-source-terms.ts';
import { elementsIn, type PageElement, type SitePage } from './page-elements.ts';
import { shortTextOf } from './short-text.ts';
import { siteLink } from './site-link.ts';
import { label, line } from './text.ts';
import { webLink } from './web-link.ts';

export type ItchPanel = {
  /** What is sold, where it is no game. */
  classification?: string;
  releaseDate?: string;
  people: Credited[];
  tags: Tag[];
  languages: string[];
  links: (GameUrl | null)[];
};

/** Of no use here: opinions, how long and by whom it is played, the day of the last change, posts elsewhere. */
const ignored = new Set(
  'Updated,Rating,Average session,Player count,Mentions,Accessibility,AI Disclosure,Content,Downloads,Admin'.split(','),
);

const states = new Map([
  ['released', 'released'],
  ['in development', 'in_dev'],
  ['on hold', 'in_dev'],
  ['prototype', 'in_dev'],
]);

const systems = new Map([
  ['HTML5', 'Web'],
  ['OS X', 'macOS'],
]);

/** Systems made for games of words; with other tools a game is drawn, sounded or programmed. */
const wordSystems = new Set(
  "Twine,ink,inkle's ink,Inform,Bitsy,Ren'Py,Adventuron,ChoiceScript,Texture,Quest,TADS,Dialog,INSTEAD,Squiffy,Moiki,Undum,Adrift,Decker,bipsi,Videotome,Tuesday JS,Monogatari,Narrat,PunyInform,Adventure Game Studio,Dendry,SugarCube,Harlowe,Yarn Spinner".split(
    ',',
  ),
);

export function readItchPanel(page: SitePage, own: string): ItchPanel {
  const panel: ItchPanel = { people: [], tags: [], languages: [], links: [] };
  const dates = new Map<string, string>();
  for (const field of labelledFields(page.pick('td', '.game_info_panel_widget td:first-child'))) {
    if (ignored.has(field.name)) page.read([field.label, field.value]);
    else if (/^(?:Published|Release date)$/.test(field.name)) {
      const date = dateIn(field);
      if (date !== null) dates.set(field.name, date);
      if (date !== null) page.read([field.label, field.value]);
    } else if (readField(panel, field, own)) page.read([field.label, field.value]);
  }
  const date = dates.get('Release date') ?? dates.get('Published');
  return { ...panel, ...(date !== undefined && { releaseDate: date }) };
}

/** False when the field is not known, or not in these words. */
function readField(panel: ItchPanel, { name, value }: LabelledField, own: string): boolean {
  const words = () => items(value);
  switch (name) {
    case 'Status': {
      const status = line(shortTextOf([value])).toLowerCase();
      const slug = states.get(status);
      panel.tags.push(...(slug ? [{ category: 'state', slug } as const] : []));
      return slug !== undefined || /^cancell?ed$/.test(status);
    }
    case 'Category':
      panel.classification = line(shortTextOf([value]), 60);
      return true;
    case 'Platforms':
      panel.tags.push(...platformTags(words().map((word) => systems.get(word) ?? word)));
      return true;
    case 'Author':
    case 'Authors':
      panel.people.push(...people(value, own));
      return true;
    case 'Made with':
      for (const word of words()) panel.tags.push(...namedTags(wordSystems.has(word) ? 'platform' : 'tag', [word]));
      return true;
    case 'Genre':
    case 'Tags':
    case 'Multiplayer':
    case 'Inputs':
      panel.tags.push(...namedTags('tag', words()));
      return true;
    case 'License':
    case 'Code license':
    case 'Asset license':
      panel.tags.push(...namedTags('license', words()));
      return true;
    case 'Languages':
      panel.languages.push(...languages(value));
      return panel.languages.length > 0;
    case 'Links':
      panel.links.push(...anchors(value).map(({ href, text }) => siteLink(href, text, own)));
      return true;
    default:
      return false;
  }
}

/** The day stands in a tooltip: `<abbr title="31 October 2019 @ 17:16 UTC">5 days ago</abbr>`. */
function dateIn({ value }: LabelledField): string | null {
  const written = elementsIn([value], 'abbr')[0]?.attribs.title ?? shortTextOf([value]);
  return edtf(line(written.slice(0, 100)).replace(/ @.*$/, ''));
}

/** `<a>Windows</a>, <a>Linux</a>`; names may hold commas only inside of a link. */
function items(value: PageElement): string[] {
  return value.children
    .slice(0, 400)
    .flatMap((part) => ('data' in part ? part.data.split(',') : [shortTextOf([part])]))
    .map((part) => label(part, 100))
    .filter(Boolean);
}

function anchors(value: PageElement): { href: string; text: string }[] {
  return elementsIn([value], 'a')
    .slice(0, 200)
    .map((anchor) => ({ href: anchor.attribs.href ?? '', text: label(shortTextOf([anchor]), 200) }));
}

function people(value: PageElement, own: string): Credited[] {
  const linked = anchors(value).map(({ href, text }) => ({
    role: 'author' as const,
    name: text,
    url: webLink(href, own),
  }));
  return linked.length > 0 ? linked : items(value).map((name) => ({ role: 'author' as const, name }));
}

/** The addresses hold codes: `https://itch.io/games/lang-zh_Hans`. */
function languages(value: PageElement): string[] {
  const linked = anchors(value);
  const named = linked.length > 0 ? linked : items(value).map((text) => ({ href: '', text }));
  const found = named.map(({ href, text }) => {
    const code = /\/lang-([a-z]{2,3}(?:[_-]\w{2,8})?)$/i.exec(href)?.[1]?.replace('_', '-');
    return languageTag(code ?? '') ?? languageTag(text);
  });
  return [...new Set(found.filter((tag) => tag !== null))];
}
