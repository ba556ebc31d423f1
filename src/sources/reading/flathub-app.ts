/**
 * What Flathub's API (https://flathub.org/api/v2/docs, `appstream/{app_id}`) says of one program, in the shape of
 * DEP-11. It speaks one language at a time and names its fields in its own way.
 */
import { account } from './account.ts';

/** Fields that only differ in name, or that a catalogue of games does not want. */
const renamed: Record<string, string> = {
  id: 'ID',
  type: 'Type',
  categories: 'Categories',
  project_license: 'ProjectLicense',
  project_group: 'ProjectGroup',
  ...{ icon: 'Icon', icons: 'Icon', keywords: 'Keywords', launchable: 'Launchable', bundle: 'Bundles' },
  ...{ content_rating: 'ContentRating', content_rating_details: 'ContentRating', branding: 'Branding' },
  ...{ metadata: 'Custom', provides: 'Custom', mimetypes: 'MimeTypes', kudos: 'Kudos', extends: 'Extends' },
  ...{ is_free_license: 'Custom', isMobileFriendly: 'Custom', is_mobile_friendly: 'Custom', addons: 'Custom' },
  ...{ metadata_license: 'MetadataLicense', requires: 'Requires', recommends: 'Recommends', supports: 'Supports' },
  ...{ translation: 'Translation', is_eol: 'Custom', default_summary: 'Custom' },
};

/** A component in the shape of DEP-11; a field that is not known keeps its name, so that it is told as unread. */
export function componentFromApi(value: Record<string, unknown>): Record<string, unknown> {
  const app = account(value);
  const component: Record<string, unknown> = {};
  for (const key of app.keys()) {
    const target = Object.hasOwn(renamed, key) ? renamed[key] : undefined;
    if (target) component[target] ??= value[key];
    else if (!Object.hasOwn(shaped, key)) component[key] = value[key];
  }
  for (const [key, shape] of Object.entries(shaped)) {
    if (Object.hasOwn(value, key) && value[key] !== null) Object.assign(component, shape(value[key]));
  }
  return component;
}

const inEnglish = (key: string) => (text: unknown) => ({ [key]: { C: text } });

const shaped: Record<string, (value: unknown) => Record<string, unknown>> = {
  name: inEnglish('Name'),
  summary: inEnglish('Summary'),
  description: inEnglish('Description'),
  developer_name: inEnglish('DeveloperName'),
  urls: (urls) => {
    const kinds = account(urls);
    return { Url: Object.fromEntries(kinds.keys().map((kind) => [kind.replaceAll('_', '-'), kinds.text(kind)])) };
  },
  screenshots: (screenshots) => ({
    Screenshots: account({ screenshots })
      .objects('screenshots')
      .map((screenshot) => ({
        caption: { C: screenshot.text('caption') },
        'source-image': { url: largest(screenshot.raw('sizes')) },
      })),
  }),
  releases: (releases) => ({
    Releases: account({ releases })
      .objects('releases')
      .map((release) => ({
        version: release.text('version'),
        type: release.text('type'),
        'unix-timestamp': release.text('timestamp'),
        date: release.text('date'),
      })),
  }),
};

/** Sizes come as a list with `src`, and came as an object by size: `{"624x351": "https://…"}`. */
function largest(sizes: unknown): string | undefined {
  const listed = account({ sizes })
    .objects('sizes')
    .map((size) => ({
      width: Number(size.text('width') ?? 0),
      url: size.text('src'),
    }));
  const named = account(sizes);
  const keyed = named.keys().map((size) => ({ width: Number.parseInt(size, 10) || 0, url: named.text(size) }));
  return [...listed, ...keyed].sort((left, right) => right.width - left.width)[0]?.url;
}
