/**
 * What speaks for and against two records being one game. A missing value says nothing; numbers, authors
 * and years that differ speak against. The weights are set by hand in this version.
 */
import type { Evidence } from '../../domain/match.ts';
import type { GameRecord } from '../../domain/record.ts';
import { urlIdentity } from '../../domain/url-identity.ts';
import { identifiers, identityUrls, squashed, titles } from './keys.ts';
import { numbers, similarity } from './title.ts';

export const weights = {
  identifier: 8,
  package: 12,
  url: 6,
  ownPage: 8,
  titleEqual: 5,
  titleAlike: 4,
  titleNear: 1,
  titleOther: -6,
  number: -8,
  authorShared: 2,
  authorOther: -3,
  yearNear: 1,
  yearFar: -2,
  onePerSource: -20,
};

/** Evidence between a new record and the records of one game; each feature speaks once, with its strongest word. */
export function compare(record: GameRecord, game: readonly GameRecord[]): Evidence[] {
  return [
    ...identifierEvidence(record, game),
    ...urlEvidence(record, game),
    ...titleEvidence(record, game),
    ...authorEvidence(record, game),
    ...yearEvidence(record, game),
    ...sourceEvidence(record, game),
  ];
}

export const total = (evidence: readonly Evidence[]): number => evidence.reduce((sum, { weight }) => sum + weight, 0);

function identifierEvidence(record: GameRecord, game: readonly GameRecord[]): Evidence[] {
  const theirs = new Set(game.flatMap(identifiers));
  const shared = identifiers(record).filter((identifier) => theirs.has(identifier));
  const best = shared.find((identifier) => identifier.startsWith('deb:')) ?? shared[0];
  if (!best) return [];
  // A distribution's package name is its own key for the game, not somebody's copy of one.
  return [
    { feature: 'identifier', weight: best.startsWith('deb:') ? weights.package : weights.identifier, detail: best },
  ];
}

function urlEvidence(record: GameRecord, game: readonly GameRecord[]): Evidence[] {
  const theirs = new Set(game.flatMap(identityUrls));
  const shared = identityUrls(record).filter((url) => theirs.has(url));
  const own = new Set([record, ...game].map(({ url }) => urlIdentity(url)));
  // A link to the very page the other was read from says more than a third page both name.
  const page = shared.find((url) => own.has(url));
  if (page) return [{ feature: 'url', weight: weights.ownPage, detail: page }];
  return shared[0] ? [{ feature: 'url', weight: weights.url, detail: shared[0] }] : [];
}

function titleEvidence(record: GameRecord, game: readonly GameRecord[]): Evidence[] {
  let best = { likeness: -1, mine: '', theirs: '' };
  for (const mine of titles(record)) {
    for (const theirs of game.flatMap(titles)) {
      const likeness = squashed(mine) === squashed(theirs) && squashed(mine) !== '' ? 1 : similarity(mine, theirs);
      if (likeness > best.likeness) best = { likeness, mine, theirs };
    }
  }
  const { likeness, mine, theirs } = best;
  const detail = `«${mine}» and «${theirs}»: ${Math.round(Math.max(likeness, 0) * 100)} % of words`;
  const weight =
    likeness === 1
      ? weights.titleEqual
      : likeness > 0.9
        ? weights.titleAlike
        : likeness > 0.67
          ? weights.titleNear
          : weights.titleOther;
  const evidence: Evidence[] = [{ feature: 'title', weight, detail }];
  if (likeness < 1 && numbers(mine) !== numbers(theirs)) {
    evidence.push({
      feature: 'number',
      weight: weights.number,
      detail: `${numbers(mine) || 'none'} and ${numbers(theirs) || 'none'}`,
    });
  }
  return evidence;
}

function authorEvidence(record: GameRecord, game: readonly GameRecord[]): Evidence[] {
  const [mine, theirs] = [authors(record), new Set(game.flatMap(authors))];
  if (mine.length === 0 || theirs.size === 0) return [];
  const shared = mine.find((name) => theirs.has(name));
  return shared
    ? [{ feature: 'author', weight: weights.authorShared, detail: shared }]
    : [{ feature: 'author', weight: weights.authorOther, detail: `${mine.join(', ')} and ${[...theirs].join(', ')}` }];
}

function authors(record: GameRecord): string[] {
  return (record.credits ?? [])
    .filter(({ role }) => role === 'author')
    .map(({ name }) => name.toLowerCase().replaceAll('ё', 'е').trim());
}

function yearEvidence(record: GameRecord, game: readonly GameRecord[]): Evidence[] {
  const mine = year(record);
  const theirs = game.flatMap((other) => year(other) ?? []);
  if (mine === null || theirs.length === 0) return [];
  const apart = Math.min(...theirs.map((other) => Math.abs(other - mine)));
  return [
    {
      feature: 'year',
      weight: apart <= 1 ? weights.yearNear : weights.yearFar,
      detail: `${mine} and ${theirs.join(', ')}`,
    },
  ];
}

function year(record: GameRecord): number | null {
  const found = record.releaseDate?.match(/^\d{4}/)?.[0];
  return found ? Number(found) : null;
}

function sourceEvidence(record: GameRecord, game: readonly GameRecord[]): Evidence[] {
  const twin = game.find((other) => other.source === record.source && other.key !== record.key);
  return twin
    ? [
        {
          feature: 'one-per-source',
          weight: weights.onePerSource,
          detail: `${twin.source} already has «${twin.title}» (${twin.key}) for this game`,
        },
      ]
    : [];
}
