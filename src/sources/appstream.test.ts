import { describe, expect, it } from 'vitest';
import { appstream } from './appstream.ts';

const archive = 'https://archive.example/debian';
const document = `${archive}/dists/stable/main/dep11/Components-amd64.yml.gz`;

describe('the AppStream source', () => {
  it.each([
    document,
    document.replace('.gz', '.xz'),
    document.replace('.gz', ''),
    'http://archive.example/dists/testing/contrib/dep11/Components-arm64.yml.xz',
    'http://archive.example/x/dists/stable/updates/main/dep11/Components-all.yml.gz?from=mirror',
  ])('claims %s', (url) => expect(appstream.claims(url)).toBe(true));

  it.each([
    `${archive}/dists/stable/main/binary-amd64/Packages.gz`,
    `${archive}/dists/stable/main/dep11/icons-64x64.tar.gz`,
    `${archive}/dists/stable/main/dep11/Components-amd64.yml.zip`,
    'ftp://archive.example/dists/stable/main/dep11/Components-amd64.yml.gz',
    'not a url',
  ])('leaves %s to others', (url) => expect(appstream.claims(url)).toBe(false));

  it('knows one document on two mirrors and in two compressions as one page', () => {
    const key = 'dists/stable/main/dep11/Components-amd64.yml';
    expect(appstream.key(document)).toBe(key);
    expect(appstream.key('http://other.example/dists/stable/main/dep11/Components-amd64.yml.xz')).toBe(key);
  });

  it('starts at the archive the operator names, and stays off without one', () => {
    const seed = [{ as: 'page', url: document }];
    expect(appstream.seeds({ VARIORUM_DEBIAN_ARCHIVE: archive })).toEqual(seed);
    expect(appstream.seeds({ VARIORUM_DEBIAN_ARCHIVE: ` ${archive}// ` })).toEqual(seed);
    expect(appstream.seeds({})).toEqual([]);
    expect(appstream.seeds({ VARIORUM_DEBIAN_ARCHIVE: 'file:///etc' })).toEqual([]);
    expect(appstream.needs?.why).toMatch(/archive/);
  });

  it('is no listing', () => {
    expect(appstream.list({ url: document, text: '' })).toEqual({
      kind: 'broken',
      reason: `${document} holds games itself and lists no pages: import it as a page.`,
    });
  });

  it('reads texts in one order, whatever order the document has them in', () => {
    const page = (names: string) => ({
      url: document,
      text: `---\nFile: DEP-11\n---\nID: a\nName: {${names}}\nCategories: [Game]\n`,
    });
    expect(appstream.extract(page('ru: Б, C: A, de: B'))).toEqual(appstream.extract(page('de: B, C: A, ru: Б')));
  });

  it('does not report thousands of broken components one by one', () => {
    const broken = '---\nID: broken.desktop\nName: "\nCategories: [Game]\n'.repeat(3000);
    const text = `---\nFile: DEP-11\n---\nID: sound\nName: {C: Sound}\nCategories: [Game]\n${broken}`;
    const read = appstream.extract({ url: document, text });
    expect(read.kind === 'records' && [read.records.length, read.unread.length, read.unread.at(-1)]).toEqual([
      1,
      51,
      'and 2950 more',
    ]);
  });
});
