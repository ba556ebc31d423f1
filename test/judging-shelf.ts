/** Games for the tests of judging: many pairs that a person must look at, most of them for the same reason. */
import type { MatchQuality } from '../src/api/contract-match.ts';
import type { ShelfGame } from './shelf.ts';

const lore = [
  'Amber Lantern',
  'Cobalt Orchard',
  'Crooked Belfry',
  'Drowned Meadow',
  'Gilded Sparrow',
  'Hollow Harbour',
  'Ivory Thicket',
  'Marble Kestrel',
];
const author = (name: string) => [{ role: 'author' as const, name }];
const text = (words: string) => [{ language: 'en', text: words }];

/** Two pages of one source about what looks like one game: that is for a person to say. */
const twice = Object.fromEntries(
  lore.flatMap((title, index): [string, ShelfGame][] => [
    [`a${index}`, { title, credits: author('M. Ostrova') }],
    [`b${index}`, { title, credits: author('M. Ostrova') }],
  ]),
);

export const alphaGames: Record<string, ShelfGame> = {
  lighthouse: {
    title: 'The Lighthouse Keeper',
    alternativeTitles: [{ title: 'Смотритель маяка', language: 'ru' }],
    credits: [...author('Anna Novak'), { role: 'publisher', name: 'Small Press' }],
    releaseDate: '2011-04-02',
    languages: ['en', 'ru'],
    tags: [
      { category: 'platform', name: 'Z-machine' },
      { category: 'genre', slug: 'g_adventure' },
    ],
    identifiers: [{ scheme: 'ifid', value: 'ABCD-0001' }],
    descriptions: text('A keeper loses the light, and has one night to find it before the ships come home.'),
    urls: [{ category: 'download_direct', url: 'http://files.test/keeper.z5' }],
  },
  ...twice,
};

export const betaGames: Record<string, ShelfGame> = {
  keeper: {
    title: 'Lighthouse Keeper',
    credits: author('A. Nowak'),
    releaseDate: '2012',
    languages: ['en'],
    tags: [
      { category: 'platform', name: 'Glulx' },
      { category: 'genre', slug: 'g_adventure' },
    ],
    descriptions: text('One night, one light, many ships. A short game about keeping a promise.'),
    urls: [{ category: 'game_page', url: 'http://keeper.test/' }],
  },
};

/** What the API says of matching after some weeks of judging. */
export const quality: MatchQuality = {
  bins: Array.from({ length: 10 }, (_, bin) => ({
    from: bin / 10,
    to: (bin + 1) / 10,
    count: bin === 3 ? 0 : 60 - bin * 5,
    mean: bin === 3 ? 0 : bin / 10 + 0.05,
    same: bin === 3 ? 0 : Math.min(1, (bin / 10) ** 1.3 + 0.06),
  })),
  weeks: [
    { week: '2026-10-05', judged: 12, precision: null, recall: null, asked: 40 },
    { week: '2026-10-12', judged: 80, precision: 0.97, recall: 0.71, asked: 35 },
    { week: '2026-10-19', judged: 64, precision: 0.99, recall: 0.8, asked: 22 },
    { week: '2026-10-26', judged: 91, precision: 0.995, recall: 0.86, asked: 18 },
  ],
  askedShare: 0.031,
  judged: 247,
  ece: 0.024,
  recomparing: false,
  models: [
    {
      version: 1,
      trainedAt: '2026-10-26T10:00:00.000Z',
      pairs: 247,
      inForce: true,
      verdict: 'better',
      ece: 0.021,
      logLoss: 0.184,
      precision: 0.995,
      recall: 0.86,
    },
    {
      version: 0,
      trainedAt: null,
      pairs: 0,
      inForce: false,
      verdict: 'shipped',
      ece: null,
      logLoss: null,
      precision: null,
      recall: null,
    },
  ],
};
