/**
 * The language of a text in Latin letters, by how often which letters follow each other (eld). Its tables take 0.15 s and
 * 90 MB, so they are loaded when the first such text comes, and a process that reads none never has them.
 */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { eld as Detector } from 'eld';

/**
 * Languages that were told apart on 3,400 texts of games in 60 languages, 98 of 100 rightly and the rest left unknown.
 * Malay and Indonesian, and Croatian, Bosnian and Serbian, were not: they are no answer.
 */
const toldApart = new Set(
  'en de fr es it pt pl cs sk nl sv da no fi hu tr ro ca et lv lt sl sq vi eu eo is ga'.split(' '),
);

/** How far the best language must be ahead of the second. */
const ahead = 0.06;
/** Fewer letters say too little. */
const least = 60;

let detector: typeof Detector | undefined;

/** The language's tag, or null when the text is short or could be in another. */
export function detectLanguage(text: string): string | null {
  const letters =
    text
      .slice(0, 1000)
      .match(/\p{L}+/gu)
      ?.join(' ') ?? '';
  if (letters.length < least) return null;
  detector ??= loadDetector();
  const result = detector.detect(letters);
  const [best = 0, second = 0] = Object.values(result.getScores());
  return result.isReliable() && best - second >= ahead && toldApart.has(result.language) ? result.language : null;
}

/** Extractors are synchronous; a module that `import` would bring later can be required at once. */
function loadDetector(): typeof Detector {
  const { eld } = createRequire(import.meta.url)(fileURLToPath(import.meta.resolve('eld/extrasmall'))) as {
    eld: typeof Detector;
  };
  return eld;
}
