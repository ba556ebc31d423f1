/**
 * Titles in the words that archivists wrote about files: `*Foo*: An Art Project`, `Foo, an interactive gothic by Ada Pine.
 * Release 5 / Serial number 990206`. A wrong title joins games that are not one, so without such marks there is none.
 */
import { personName } from './names.ts';
import { label } from './text.ts';

export type Heading = {
  title?: string;
  /** `A and B`, as it is written. */
  authors?: string;
  version?: string;
  /** The words tell of something that is no game. */
  isNoGame: boolean;
};

/** Reads the first paragraph of a description. */
export function readHeading(description: string): Heading {
  const written = description.slice(0, 2000).trim();
  const lines = (written.split(/\n\s*\n/)[0] ?? '').split('\n').map((each) => each.trim());
  const text = label(lines.join(' '), 400);
  const version = /\b(?:release|version|v\.?)\s*(\d{1,6}(?:\.\w{1,10}){0,3})\b/i.exec(text)?.[1];
  const found =
    marked(text) ??
    byAuthor(text) ??
    interactive(text) ??
    released(text) ??
    (lines.length === 1 ? titleCase(text) : null);
  const title = found === null ? '' : tidy(found.title);
  const usable = title !== '' && title.length <= 100 && /[\p{L}\p{N}]/u.test(title) && !describing.test(title);
  const authors = usable ? authorsIn(found?.rest ?? '') : '';
  return {
    ...(usable && { title }),
    ...(authors && { authors }),
    ...(version && { version }),
    isNoGame: noGame.test(text),
  };
}

type Found = { title: string; rest: string } | null;

const noGame =
  /^(?:an? |the |this is (?:an? |the )?|complete |full |some |in-?game )*(?:walkthroughs?|solutions?|hints?|hint ?book|invisiclues|source(?: code)?|sources|maps?|manual|instructions|documentation|read ?me|patch|transcripts?|cover art|box art|screenshots?|feelies|reviews?|results|votes|scores|soundtrack)\b(?! of\b.* interactive)|^.{0,40}\b(?:all|every|collection of|archive of|bundle of|package of)\b.{0,60}\b(?:games|entries|entrants)\b/i;

/** Words that tell what a file is rather than how the game is called. */
const describing =
  /^(?:an?|this|these|some|another|all|my|our|several|two|three|contains?|see|for|from|linked|link|updated?|here|same|older?|new(?:er)?|also|original|first|latest|note) .*\b(?:games?|adventures?|ports?|versions?|translations?|entr(?:y|ies)|demo|files?|programs?|parod(?:y|ies)|collections?|release|archive|package|conversion|entry)\b|\b(?:ported|translated|written|converted|compiled|created|made|programmed|designed|updated|submitted|provided|adapted)$|\b(?:version|walkthrough|solution|hints?|source code|source|executable|story file|game file|zip file|demo|files?)$|^(?:linked|see|contains?|this|these|same as|ported|translated|written|converted|compiled|adapted|updated|version|release) /i;

/** `*Title*`, `_Title_`, `"Title"`. */
function marked(text: string): Found {
  const found =
    /^(\*\*|__|[*_"])(?!\s)([^*_"]{1,120})\1(?![\p{L}\p{N}])(.*)$/su.exec(text) ??
    /^([“«„])([^”»“]{1,120})[”»“](.*)$/su.exec(text);
  return found ? { title: found[2] ?? '', rest: found[3] ?? '' } : null;
}

/** `Title by Author`, `Title, an interactive something by Author`. */
function byAuthor(text: string): Found {
  const found = /^(.{1,160}?)[,:;.]?\s+(?:\(?(?:written |created )?[Bb]y)\s+(?=\p{Lu})(.*)$/su.exec(text);
  const before = found?.[1] ?? '';
  // A sentence of its own between title and author: `A Tale. Written by …` is fine, `A game. It was made by …` is not.
  if (found === null || /[.!?]\s+\p{Lu}\p{Ll}+ \p{Ll}/u.test(before)) return null;
  return { title: before, rest: ` by ${found[2]}` };
}

/** `Title, An Interactive Mystery`. */
function interactive(text: string): Found {
  const found = /^(.{1,100}?)\s*[,:;–—-]+\s+((?:an? |the )?(?:[\p{L}-]+ )?(?:interactive|text adventure)\b.*)$/isu.exec(
    text,
  );
  return found ? { title: found[1] ?? '', rest: '' } : null;
}

/** `Title, Release 1 / Serial number 000000`. */
function released(text: string): Found {
  const found = /^(.{1,100}?)[\s,.:;(–—-]+(?:release \d|version \d|v\.?\d+\.\d)/isu.exec(text);
  return found ? { title: found[1] ?? '', rest: '' } : null;
}

const small =
  /^(?:an?|the|of|and|or|in|on|at|to|for|from|with|by|de|la|le|les|el|los|las|der|die|das|und|et|y|du|des|del)$/;

/** A line alone whose words all have capitals, with no full stop behind it. */
function titleCase(text: string): Found {
  const words = text.split(/\s+/);
  const capital = (word: string) => /^[\p{P}]*[\p{Lu}\p{N}]/u.test(word) || small.test(word);
  const fits =
    text.length <= 60 && /^[\p{P}]*[\p{Lu}\p{N}]/u.test(text) && /[\p{Lu}]/u.test(text) && !/[.:;]$/.test(text);
  return fits && words.every(capital) ? { title: text, rest: '' } : null;
}

/** Without its subtitle (`, an interactive gothic`), year, and marks around. */
function tidy(title: string): string {
  return label(title)
    .replace(/[\s,.:;(–—-]+(?:release|version|v\.?)\s*\d.*$/i, '')
    .replace(/[,:;–—-]+\s+an? [\p{L}' -]{1,60}$|[.,:;–—-]+\s+(?:an?|the) [\p{L}' -]{0,40}interactive.*$/iu, '')
    .replace(/\s*[([](?:19|20)\d\d[)\]]$/, '')
    .replace(/^[*_"“«„\s]+|[*_"”»,:;\s–—-]+$/g, '')
    .replace(/(?<!\.)\.$/, '')
    .trim();
}

/** Where a row of names ends. */
const namesEnd =
  /[;()[\]/]|,?\s+(?:release|version|v\.?\d|for|in|from|using|with|based|translated|ported|converted|entered|which|who|that|is|was|ranked|at|on|as|serial|copyright|placed|published|written|an?|the|\d)(?=[\s\d.,:]|$)|,\s*(?:release|version|serial|\d|an?\b|the\b|1st|winner)|(?<!(?:^|[\s.])\p{Lu}|\b(?:Jr|Dr|Mr|Mrs|Ms|St|Sr))\.(?=\s|$)|:\s|\s[–—-]+\s|[?!]/iu;

function authorsIn(rest: string): string {
  const [, names = ''] =
    /^[\s,.:;–—()-]*(?:an? [\p{L}' -]{1,80}? )?(?:written |created )?by\s+(.{1,300})/isu.exec(rest) ?? [];
  const end = names.search(namesEnd);
  const found = (end < 0 ? names : names.slice(0, end)).trim().replace(/[,:;]+$/, '');
  return found.length <= 120 ? personName(found) && found : '';
}
