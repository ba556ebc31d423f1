import { describe, expect, it } from 'vitest';
import { qsp } from './qsp.ts';

describe('the source qsp', () => {
  it.each([
    'http://qsp.su/index.php?option=com_sobi2&sobi2Task=sobi2Details&catid=2&sobi2Id=77&Itemid=55',
    'https://qsp.su/index.php?option=com_sobi2&sobi2Task=sobi2Details&catid=0&sobi2Id=77',
    'http://www.qsp.su/index.php?sobi2Id=077&option=com_sobi2#top',
  ])('claims %s, and knows it by the number alone', (url) =>
    expect([qsp.claims(url), qsp.key(url)]).toEqual([true, 'sobi2id=77']),
  );

  it.each([
    'http://qsp.su/index.php?option=com_sobi2&sobi2Task=dd_download&fid=9',
    'http://qsp.su/index.php?option=com_sobi2&sobi2Task=dd_download&sobi2Id=77',
    'http://qsp.su/index.php?option=com_sobi2&Itemid=55&limitstart=0',
    'http://qsp.su/index.php?option=com_content&sobi2Id=77',
    'http://qsp.su/index.php?option=com_sobi2&sobi2Id=77x',
    'http://qsp.su.evil.example/index.php?option=com_sobi2&sobi2Id=77',
    'http://qsp.su/',
    'not a url',
  ])('leaves %s to others', (url) => expect(qsp.claims(url)).toBe(false));

  it('starts at the first ten games', () => {
    expect(qsp.seeds({})).toEqual([
      { as: 'listing', url: 'http://qsp.su/index.php?option=com_sobi2&Itemid=55&limitstart=0' },
    ]);
  });
});
