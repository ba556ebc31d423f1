import { expect, it } from 'vitest';
import { namedCredits } from './named-credits.ts';

it('credits everybody once in a role', () => {
  expect(
    namedCredits([
      { role: 'author', name: ' Ada  Pine ', url: 'https://a.example/' },
      { role: 'author', name: 'ada pine' },
      { role: 'composer', name: 'Ada Pine', url: null },
      { role: 'artist', name: undefined },
    ]),
  ).toEqual([
    { role: 'author', name: 'Ada Pine', url: 'https://a.example/' },
    { role: 'composer', name: 'Ada Pine' },
  ]);
});
