/**
 * Reads one component of an AppStream catalogue as a game's record. Components come in the shape of DEP-11; other forms
 * (XML, Flathub's API) are brought into it first. What the specification knows and we do not want is ignored by name,
 * so that a new key shows up as unread.
 */
import type { AlternativeTitle, Description, GameRecord } from '../../domain/record.ts';
import { type Account, account } from './account.ts';
import { readCredits, readLanguages, readReleases, readScreenshots, readUrls } from './appstream-fields.ts';
import { categoryTags, isTool } from './desktop-categories.ts';
import { leaveOutEmpty } from './leave-out-empty.ts';
import { textsByLanguage } from './locale.ts';
import { htmlToMarkdown, plainToMarkdown } from './markdown.ts';
import { label } from './text.ts';
import { uniqueLinks } from './url-category.ts';

export type Catalogue = {
  source: string;
  attribution: string;
  /** The document's URL. */
  url: string;
  /** The address its relative URLs start from, if the header names one. */
  mediaBase: string | undefined;
  /** The page that the publisher has of each component. */
  pageOf?(key: string): string;
  /** Programs that only serve games (emulators, launchers) are left out. */
  withoutTools?: boolean;
};

export type ComponentReading =
  | { kind: 'game'; record: GameRecord; unread: string[] }
  | { kind: 'no game' }
  | { kind: 'unusable'; reason: string };

const unwanted = [
  ...['Type', 'Icon', 'Keywords', 'Launchable', 'Bundles', 'ContentRating', 'Branding', 'Agreements', 'Translation'],
  ...['Requires', 'Recommends', 'Supports', 'Suggests', 'Extends', 'Priority', 'Merge', 'Custom', 'Tags', 'References'],
  ...[
    'NameVariantSuffix',
    'SourceLocale',
    'SourcePackage',
    'MimeTypes',
    'Kudos',
    'CompulsoryForDesktops',
    'DateEOL',
    'MetadataLicense',
    'Architectures',
  ],
];

/** A component without `Game` among its categories is no game; one without an ID or a name is unusable. Never throws. */
export function readComponent(value: unknown, catalogue: Catalogue): ComponentReading {
  const component = account(value);
  const categories = component.list('Categories').filter((category) => typeof category === 'string');
  if (!categories.includes('Game') || (catalogue.withoutTools && isTool(categories))) return { kind: 'no game' };
  component.ignore(...unwanted);

  const id = component.text('ID');
  if (id === undefined || id.length > 255) return { kind: 'unusable', reason: 'it has no ID' };
  const key = withoutSuffix(id);
  const names = textsByLanguage(component.object('Name'));
  const title = label(names.get('en') ?? names.values().next().value ?? '');
  if (!title) return { kind: 'unusable', reason: 'it has no Name' };

  const page = catalogue.pageOf?.(key);
  const urls = uniqueLinks([
    page ? { category: 'game_page', url: page, description: catalogue.attribution } : null,
    ...readUrls(component.object('Url')),
    ...readScreenshots(component, catalogue.mediaBase),
  ]);
  const { releaseDate, version } = readReleases(component);
  const license = component.text('ProjectLicense');
  const deb = component.text('Package');
  const ids = new Set([id, ...readFormerIds(component)].map(withoutSuffix));
  const record = leaveOutEmpty({
    source: catalogue.source,
    url: urls.find((each) => each.category === 'game_page')?.url ?? `${catalogue.url}#${encodeURIComponent(key)}`,
    key,
    title,
    alternativeTitles: readAlternativeTitles(names, title),
    descriptions: readDescriptions(component),
    releaseDate,
    credits: readCredits(component),
    tags: [
      ...categoryTags(categories),
      { category: 'platform', name: 'Linux' },
      { category: 'os', slug: 'os_linux' },
      ...(license ? [{ category: 'license' as const, name: license }] : []),
      ...(version ? [{ category: 'version' as const, name: version }] : []),
    ],
    urls,
    identifiers: [
      ...(deb ? [{ scheme: 'deb', value: deb }] : []),
      ...[...ids].map((value) => ({ scheme: 'appstream', value })),
    ],
    languages: readLanguages(component.objects('Languages')),
    attributions: [catalogue.attribution],
  });
  return { kind: 'game', record, unread: component.unread() };
}

/** The suffix came and went between two editions of one catalogue; the component stayed the same. */
const withoutSuffix = (id: string) => id.replace(/\.desktop$/, '');

/** Names the component had before: what it provides, what it replaces. */
function readFormerIds(component: Account): string[] {
  const provides = component.object('Provides');
  provides.ignore(
    ...['binaries', 'mediatypes', 'mimetypes', 'libraries', 'fonts', 'firmware', 'modaliases', 'dbus', 'python3'],
  );
  const ids = [...provides.list('ids'), ...component.objects('Replaces').map((replaced) => replaced.text('id'))];
  return ids.filter((id) => typeof id === 'string');
}

function readAlternativeTitles(names: Map<string, string>, title: string): AlternativeTitle[] {
  return [...names]
    .map(([language, name]) => ({ title: label(name), language }))
    .filter((alternative) => alternative.title !== '' && alternative.title !== title);
}

/** A language's description; its one-line summary where it has none. */
function readDescriptions(component: Account): Description[] {
  const texts = new Map<string, string>();
  for (const [language, html] of textsByLanguage(component.object('Description')))
    texts.set(language, htmlToMarkdown(html));
  for (const [language, summary] of textsByLanguage(component.object('Summary'))) {
    if (!texts.get(language)) texts.set(language, plainToMarkdown(summary));
  }
  return [...texts].filter(([, text]) => text !== '').map(([language, text]) => ({ language, text }));
}
