import { describe, expect, it } from 'vitest';
import { ifArchive } from './if-archive.ts';

const url = 'https://ifarchive.org/indexes/Master-Index.xml';
const file = (path: string, more = '') =>
  `<file>\n<name>x</name>\n<path>if-archive/games/${path}</path>\n${more}</file>\n`;
const tuid = (...values: string[]) =>
  `<metadata><item><key>tuid</key>${values.map((value) => `<value>${value}</value>`).join('')}</item></metadata>`;
const read = (...items: string[]) => {
  const reading = ifArchive.extract({
    url,
    text: `<?xml version="1.0"?>\n<ifarchive>\n${items.join('\n')}</ifarchive>\n`,
  });
  if (reading.kind !== 'records') throw new Error(JSON.stringify(reading));
  return reading;
};

describe('the source if-archive', () => {
  it.each([
    url,
    'http://mirror.ifarchive.org/indexes/Master-Index.xml',
    'https://www.ifarchive.org/indexes/Master-Index.xml?x',
  ])('claims %s, and knows it as one document', (each) =>
    expect([ifArchive.claims(each), ifArchive.key(each)]).toEqual([true, 'Master-Index']),
  );

  it.each([
    'https://ifarchive.org/',
    'https://ifarchive.org/indexes/archive.rss',
    'https://ifarchive.org/if-archive/games/zcode/moth.z5',
    'https://ifarchive.org/metadata/if-archive/games/moth.xml',
    'https://ifarchive.org.evil.example/indexes/Master-Index.xml',
    'not a url',
  ])('leaves %s to others', (each) => expect(ifArchive.claims(each)).toBe(false));

  it('asks the feed for what is new', () => {
    expect(ifArchive.changes?.(new Date(0), {})).toEqual([
      { as: 'listing', url: 'https://ifarchive.org/indexes/archive.rss' },
    ]);
  });

  it('makes one record of the files that IFDB knows as one game, whose key newer files do not change', () => {
    const old = file('b/old.z5', `<rawdate>100</rawdate>${tuid('xyz111')}`);
    const fresh = file('a/new.z5', `<rawdate>200</rawdate>${tuid('xyz111')}`);
    const keys = [read(old), read(fresh, old), read(old, fresh)].map(({ records }) => records.map(({ key }) => key));
    expect(keys).toEqual([['if-archive/games/b/old.z5'], ['if-archive/games/b/old.z5'], ['if-archive/games/b/old.z5']]);
  });

  it('knows no date of a game from the date of its file', () => {
    expect(read(file('a.z5', '<date>14-Oct-2018</date><rawdate>1539500000</rawdate>')).records[0]).not.toHaveProperty(
      'releaseDate',
    );
  });

  it('keeps a pack of several games as a link of those games only', () => {
    const { records, unread } = read(file('all.zip', tuid('xyz111', 'xyz222')), file('one.z5', tuid('xyz111')));
    expect(records.map(({ title }) => title)).toEqual(['one']);
    expect(records[0]?.urls?.find(({ category }) => category === 'other')?.url).toBe(
      'https://ifarchive.org/if-archive/games/all.zip',
    );
    expect(unread).toEqual(['if-archive/games/all.zip: a pack of 2 games, no game itself']);
  });

  it.each([
    [
      'nests ten thousand deep',
      `<ifarchive>${file('x.z5', '<a>'.repeat(10_000) + '</a>'.repeat(10_000))}${file('moth.z5')}</ifarchive>`,
    ],
    ['opens ten thousand files', `<ifarchive>${file('moth.z5')}${'<file>'.repeat(10_000)}</ifarchive>`],
  ])('keeps a document that %s from harm', (_what, text) => {
    const reading = ifArchive.extract({ url, text });
    expect(reading.kind === 'records' && reading.records.map(({ title }) => title)).toEqual(['moth']);
  });

  it('is broken when everything nests too deep', () => {
    expect(ifArchive.extract({ url, text: `<ifarchive>${'<file>if-archive/games'.repeat(10_000)}` }).kind).toBe(
      'broken',
    );
  });

  it('reads an index of twenty thousand files', () => {
    const files = Array.from({ length: 20_000 }, (_, index) => file(`zcode/moth${index}.z5`));
    expect(read(...files).records).toHaveLength(20_000);
  });
});
