/**
 * One story of an iFiction document as a game's record. What belongs to a story file rather than to the game (cover size,
 * compiler, serial number), what readers noted, and addresses of people are known and not wanted.
 */
import type { Description, GameRecord, Tag } from '../../domain/record.ts';
import type { Account } from './account.ts';
import { edtf } from './dates.ts';
import { authorCredits, babelFormats, freeTags, ifidentifiers, isTuid, platformTags } from './if-terms.ts';
import { websiteLink } from './ifdb-links.ts';
import { guessLanguage, languageTags } from './languages.ts';
import { leaveOutEmpty } from './leave-out-empty.ts';
import { plainToMarkdown } from './markdown.ts';
import { cut, label, line } from './text.ts';
import { elementsOf, textsOf } from './xml-value.ts';

export type StoryReading =
  /** `rejected`: what was read and cannot be kept. */
  { kind: 'game'; record: GameRecord; rejected: string[] } | { kind: 'unusable'; reason: string };

export type StoryPlace = { source: string; attribution: string; urlOf(ifid: string): string };

/** Reads a story; its first IFID is its key, as the Treaty says. The reason, when it is unusable, continues a sentence. */
export function readStory(story: Account, { source, attribution, urlOf }: StoryPlace): StoryReading {
  story.ignore('resources', 'cover', 'colophon', 'annotation', ...babelFormats);
  const identification = story.object('identification');
  const bibliographic = story.object('bibliographic');
  const details = story.object('ifdb');
  const rejected: string[] = [];
  const reject = (what: string, value: string) => void rejected.push(cut(`${what}: ${line(value)}`, 80));

  identification.ignore('bafn');
  const ifids = ifidentifiers(textsOf(identification, 'ifid'), reject);
  const key = ifids[0]?.value;
  const title = label(textsOf(bibliographic, 'title')[0] ?? '');
  if (title === '' || /^an interactive fiction$/i.test(title))
    return unusable(key ? `${key} has no title` : 'it has neither title nor IFID');
  if (key === undefined) return unusable(`“${cut(title, 60)}” has no IFID`);

  const tuids = [...textsOf(identification, 'tuid'), ...textsOf(details, 'tuid')].map((each) => each.trim());
  for (const tuid of tuids) if (!isTuid(tuid)) reject('tuid', tuid);
  // IFDB itself says more of what stands in its part.
  details.ignore(...details.keys());

  const languages = languageTags(read('language'));
  if (read('language') && languages.length === 0) reject('language', read('language'));
  const releaseDate = edtf(read('firstpublished')) ?? undefined;
  if (read('firstpublished') && releaseDate === undefined) reject('firstpublished', read('firstpublished'));
  bibliographic.ignore('seriesnumber');
  const record = leaveOutEmpty({
    source,
    url: urlOf(key),
    key,
    title,
    descriptions: describe(read('headline'), textsOf(bibliographic, 'description').join('\n'), languages),
    releaseDate,
    credits: authorCredits(textsOf(bibliographic, 'author').join(', ')),
    tags: [
      ...platformTags(textsOf(identification, 'format')[0]),
      ...freeTags({
        genre: read('genre'),
        forgiveness: read('forgiveness'),
        others: [...textsOf(bibliographic, 'group'), read('series')],
      }),
      ...versions(story.object('releases')),
    ],
    urls: contacts(story)
      .map((url) => websiteLink(url) ?? reject('address', url))
      .filter((link) => link !== undefined),
    identifiers: [...ifids, ...[...new Set(tuids.filter(isTuid))].map((value) => ({ scheme: 'ifdb', value }))],
    languages,
    attributions: [attribution],
  });
  return { kind: 'game', record, rejected };

  function read(name: string): string {
    return textsOf(bibliographic, name)[0] ?? '';
  }
}

const unusable = (reason: string): StoryReading => ({ kind: 'unusable', reason });

/** A headline (“An Interactive Mystery”) stands between title and text on a cover, and so it does here. */
function describe(headline: string, description: string, languages: string[]): Description[] {
  const first = /^an? interactive fiction$/i.test(label(headline)) ? '' : label(headline);
  const text = plainToMarkdown([first, ...description.split(/\n+/)].filter((each) => each.trim() !== '').join('\n\n'));
  const only = languages.length === 1 ? (languages[0] ?? null) : null;
  return text === '' ? [] : [{ language: guessLanguage(text) ?? only, text }];
}

/** The release that the record came with, else the newest it tells of. */
function versions(releases: Account): Tag[] {
  const [attached] = elementsOf(releases, 'attached').flatMap((each) => elementsOf(each, 'release'));
  const history = elementsOf(releases, 'history').flatMap((each) => elementsOf(each, 'release'));
  const dated = [...(attached ? [attached] : []), ...history].map((release) => {
    release.ignore('compiler', 'compilerversion');
    return { version: label(release.text('version') ?? '', 40), date: release.text('releasedate') ?? '' };
  });
  const newest = attached ? dated[0] : dated.toSorted((a, b) => (a.date < b.date ? 1 : -1))[0];
  return newest?.version ? [{ category: 'version', name: newest.version }] : [];
}

/** Addresses of pages; those of e-mail are never kept. */
function contacts(story: Account): string[] {
  const found = [...elementsOf(story, 'contacts'), ...elementsOf(story, 'contact')];
  for (const each of found) each.ignore('authoremail');
  return found.flatMap((each) => textsOf(each, 'url'));
}
