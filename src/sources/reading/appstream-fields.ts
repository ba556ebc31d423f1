/**
 * The parts of an AppStream component (DEP-11) that are fields of a record by themselves: people, addresses,
 * pictures, releases, languages.
 */
import type { Credit, GameUrl, UrlCategory } from '../../domain/record.ts';
import type { Account } from './account.ts';
import { languageOfLocale, textsByLanguage } from './locale.ts';
import { line } from './text.ts';
import { webLink } from './web-link.ts';

const urlKinds: Record<string, UrlCategory> = {
  homepage: 'game_page',
  'vcs-browser': 'source_code',
  bugtracker: 'bug_tracker',
  translate: 'translate',
  donation: 'donate',
  help: 'help',
  faq: 'help',
  contact: 'contact',
  contribute: 'other',
};

export function readCredits(component: Account): Credit[] {
  const developer = component.object('Developer');
  developer.ignore('id');
  const names = [developer.object('name'), component.object('DeveloperName')].map(textsByLanguage);
  const author = names.map((name) => name.get('en') ?? name.values().next().value).find((name) => name !== undefined);
  const publisher = component.text('ProjectGroup');
  return [
    ...(author ? [{ role: 'author' as const, name: line(author) }] : []),
    ...(publisher ? [{ role: 'publisher' as const, name: line(publisher) }] : []),
  ];
}

export function readUrls(kinds: Account): GameUrl[] {
  return Object.entries(urlKinds).flatMap(([kind, category]) => {
    const url = webLink(kinds.text(kind));
    if (url === null) return [];
    return [{ category, url, ...(category === 'other' && { description: 'Contribute' }) }];
  });
}

/** Relative pictures are found only through the header's address of media. */
export function readScreenshots(component: Account, mediaBase: string | undefined): GameUrl[] {
  return component.objects('Screenshots').flatMap((screenshot) => {
    screenshot.ignore('default', 'thumbnails', 'environment', 'videos');
    const image = screenshot.object('source-image');
    image.ignore('width', 'height', 'lang', 'scale');
    const caption = textsByLanguage(screenshot.object('caption'));
    const url = webLink(image.text('url'), mediaBase && `${mediaBase.replace(/\/+$/, '')}/`);
    const description = caption.get('en') ?? caption.values().next().value;
    return url === null
      ? []
      : [{ category: 'screenshot', url, ...(description && { description: line(description) }) }];
  });
}

/** Only recent releases are listed: the earliest of them is the best date there is, the latest stable one the version. */
export function readReleases(component: Account): { releaseDate?: string | undefined; version?: string | undefined } {
  const releases = component.objects('Releases').map((release) => {
    release.ignore('description', 'url', 'urgency', 'date-eol', 'issues', 'artifacts', 'tags');
    const stable = release.text('type') !== 'development';
    return { version: release.text('version'), day: readDay(release) ?? '', stable };
  });
  // The newest come first by custom, and the sort keeps that order where days are missing or equal.
  const newest = releases.toSorted((left, right) => right.day.localeCompare(left.day));
  const latest = newest.find((release) => release.stable) ?? newest[0];
  return { releaseDate: newest.findLast((release) => release.day !== '')?.day, version: latest?.version };
}

function readDay(release: Account): string | undefined {
  const seconds = Number(release.text('unix-timestamp'));
  const day = /^\d{4}-\d{2}-\d{2}/.exec(release.text('date') ?? '')?.[0];
  if (Number.isInteger(seconds) && seconds > 0 && seconds < 253_402_300_800) {
    return new Date(seconds * 1000).toISOString().slice(0, 10);
  }
  return day;
}

/** Languages at least half translated. */
export function readLanguages(languages: Account[]): string[] {
  const tags = languages.map((language) => {
    const tag = languageOfLocale(language.text('locale') ?? '');
    return Number(language.text('percentage') ?? 100) >= 50 ? tag : undefined;
  });
  return [...new Set(tags.filter((tag) => typeof tag === 'string'))];
}
