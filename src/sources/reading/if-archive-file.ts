/**
 * What the path of a file in the IF Archive tells: whether it is a game, for what platform, in what language and from which
 * competition. The archive keeps under `games/` much that is none: sources, readmes, maps, solutions.
 */
import type { Tag } from '../../domain/record.ts';
import { platformTags } from './if-terms.ts';
import { languageTag } from './languages.ts';

export const gamesFolder = 'if-archive/games';

const words = (list: string) => new Set(list.split(' '));

const otherFolders = words(
  'source sources src solution solutions walkthroughs hints maps manuals docs documentation info tools interpreters utilities ' +
    'transcripts reviews votes results art scans images pictures sounds music patches scripts extras feelies',
);
/** Texts, pictures, sounds and sources; `htm` and `html` may be games. */
const otherEndings = words(
  '1st aln asc bas bib bmp c cfg cmd cpp csv diff diz doc docx eps gif h hug i inf ini ink inform ico info jpeg jpg json k ' +
    'key log lst m3u map mbox md md5 me mid midi mod mp3 nfo ni ogg old pas patch pcx pdf pgp plist png ps pt py rb readme rtf sav ' +
    'scr sig sol sql svg t tex text thumb tif tiff toc tsv txt url wav wpd xls xml yaml zil',
);
const otherNames =
  /^(?:index|master-index|readme|read_?me|read|about|license|licence|copying|changes|changelog|contents|ls-lr|file_id|directory-tree|dirmap)(?:[._-].*)?$|(?:walkthr|solution|invisiclue|hintbook|transcript|manual|readme|coverart|-?hints?|[-_ ]map|[-_]src|[-_]source)(?:ough|u|s)?\.\w+$/i;

/** Whether a file is a game, as far as its path can tell. */
export function isGamePath(path: string): boolean {
  if (!path.startsWith(`${gamesFolder}/`)) return false;
  const folders = path.toLowerCase().split('/').slice(2);
  if (folders.some((each) => each === '' || each === '.' || each === '..')) return false;
  const name = folders.pop() ?? '';
  const ending = /\.([a-z0-9]+)$/.exec(name)?.[1] ?? '';
  return (
    name !== '' &&
    !folders.some((each) => otherFolders.has(each)) &&
    !otherEndings.has(ending) &&
    !otherNames.test(name)
  );
}

/** `anchor.z8` → `anchor`, `Lime_Ergot.tar.gz` → `Lime Ergot`. */
export function nameAsTitle(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (
    name
      .replace(/(?<=.)\.(?:tar\.)?[a-z][a-z\d$]{0,7}$/i, '')
      .replaceAll('_', ' ')
      .trim() || name
  );
}

/** By their endings; those of the Z-machine have its version's number. */
const formatsByEnding: [RegExp, string][] = [
  [/\.(?:z[1-8]|zblorb|zlb)$/i, 'zcode'],
  [/\.(?:ulx|gblorb|glb)$/i, 'glulx'],
  [/\.gam$/i, 'tads2'],
  [/\.t3$/i, 'tads3'],
  [/\.hex$/i, 'hugo'],
  [/\.taf$/i, 'adrift'],
  [/\.agx$/i, 'agt'],
  [/\.(?:acd|a3c)$/i, 'alan'],
  [/\.(?:html?)$/i, 'html'],
];
const formatsByFolder: Record<string, string> = {
  zcode: 'zcode',
  glulx: 'glulx',
  hugo: 'hugo',
  adrift: 'adrift',
  agt: 'agt',
  advsys: 'advsys',
  alan: 'alan',
  level9: 'level9',
  twine: 'Twine',
  quest: 'Quest',
  quill: 'Quill',
  jacl: 'JACL',
  dialog: 'Dialog',
  inkle: 'Ink',
  adventuron: 'Adventuron',
};

export function platformOf(path: string): Tag[] {
  const byEnding = formatsByEnding.find(([form]) => form.test(path))?.[1];
  const folder = path.toLowerCase().split('/')[2] ?? '';
  return platformTags(byEnding ?? (Object.hasOwn(formatsByFolder, folder) ? formatsByFolder[folder] : undefined));
}

const languageFolders = words(
  'basque bulgarian catalan chinese croatian czech danish dutch esperanto estonian finnish french galician german greek hebrew ' +
    'hungarian italian japanese korean latin latvian lithuanian norwegian polish portuguese romanian russian serbian slovak ' +
    'slovenian spanish swedish turkish ukrainian welsh',
);

/** From a folder with a language's name; most games are in English, but no folder says so. */
export function languagesOf(path: string): string[] {
  const folder = path
    .toLowerCase()
    .split('/')
    .slice(2, -1)
    .findLast((each) => languageFolders.has(each));
  const language = folder === undefined ? null : languageTag(folder);
  return language === null ? [] : [language];
}

/** Folders of competitions bear its year; the names are those that IFDB's readers tag their games with. */
const competitions: [RegExp, string][] = [
  [/\/competition((?:19|20)\d\d)\//, 'IF Competition'],
  [/\/springthing\/((?:19|20)\d\d)\//, 'Spring Thing'],
];

export function competitionOf(path: string): Tag[] {
  return competitions.flatMap(([form, name]): Tag[] => {
    const written = path.toLowerCase().replace(/\/competition(9\d)\//, '/competition19$1/');
    const year = form.exec(written)?.[1];
    return year === undefined ? [] : [{ category: 'competition', name: `${name} ${year}` }];
  });
}
