/** Two games that every rule is tried on when it is written: one of which little is known, one that has everything. */
import { CelCredit, CelTag, CelUrl, type Variables } from './cel.ts';

export const bare: Variables = {
  title: 'A',
  tags: [],
  urls: [],
  credits: [],
  languages: [],
  sources: ['s'],
  releaseDate: '',
};
export const full: Variables = {
  title: 'Lighthouse',
  tags: [
    new CelTag('platform', '', 'urqw'),
    new CelTag('platform', '', 'inform 7'),
    new CelTag('tag', 'sea', 'sea'),
    new CelTag('tag', '', ''),
  ],
  urls: ['game_page', 'play_online', 'download_direct', 'poster'].map(
    (category) =>
      new CelUrl(
        category,
        'https://example.org/a?b=c',
        category === 'poster' ? '' : 'The whole game in one file, for every system there is',
      ),
  ),
  credits: [new CelCredit('author', 'A. Novak'), new CelCredit('artist', 'B')],
  languages: ['en', 'ru'],
  sources: ['one', 'two'],
  releaseDate: '2019-06',
};
