import { describe, expect, it } from 'vitest';
import { appstream } from './appstream.ts';
import { flathub } from './flathub.ts';
import { componentFromXml, xmlComponents } from './reading/appstream-xml.ts';

const catalogue = 'https://dl.flathub.org/repo/appstream/x86_64/appstream.xml.gz';
const page = 'https://flathub.org/apps/org.example.Kite';

describe('the source flathub', () => {
  it.each([
    [catalogue, 'appstream/x86_64'],
    ['http://flathub.org/repo/appstream/aarch64/appstream.xml', 'appstream/aarch64'],
    [page, 'org.example.Kite'],
    ['https://www.flathub.org/de/apps/org.example.Kite?tab=reviews', 'org.example.Kite'],
    ['https://flathub.org/apps/details/org.example.Kite', 'org.example.Kite'],
    ['https://flathub.org/api/v2/appstream/org.example.Kite', 'org.example.Kite'],
  ])('claims %s as %s', (url, key) => {
    expect([flathub.claims(url), flathub.key(url)]).toEqual([true, key]);
    expect(appstream.claims(url)).toBe(false);
  });

  it.each([
    'https://flathub.org/apps/category/game',
    'https://flathub.org/repo/flathub.flatpakrepo',
    'https://flathub.example/apps/org.example.Kite',
  ])('leaves %s to others', (url) => expect(flathub.claims(url)).toBe(false));

  it('asks the API about a program, and for the catalogue itself', () => {
    expect(flathub.request?.(page, {}).url).toBe('https://flathub.org/api/v2/appstream/org.example.Kite');
    expect(flathub.request?.(catalogue, {}).url).toBe(catalogue);
  });

  it('reads an answer of the API by the page that was asked for', () => {
    const text = JSON.stringify({ id: 'org.example.Kite', name: 'Kite', categories: ['Game'] });
    const read = flathub.extract({ url: 'https://cdn.example/answer', asked: page, text });
    expect(read.kind === 'records' && read.records.map(({ key, url }) => [key, url])).toEqual([
      ['org.example.Kite', page],
    ]);
  });

  it('gives one key and title to a program in the catalogue and on its page', () => {
    const xml = `<components><component type="desktop"><id>org.example.Kite.desktop</id><name>Kite</name>
      <categories><category>Game</category></categories></component></components>`;
    const json = JSON.stringify({ id: 'org.example.Kite', name: 'Kite', categories: ['Game'] });
    const [inCatalogue, onPage] = [
      flathub.extract({ url: catalogue, text: xml }),
      flathub.extract({ url: page, text: json }),
    ];
    expect(inCatalogue).toEqual(onPage);
  });

  it('does not lose a catalogue to one component that nests for ever', () => {
    const deep = `<component type="desktop"><id>a.b</id><categories><category>Game</category></categories>${'<x>'.repeat(20_000)}</component>`;
    const good = `<component type="desktop"><id>org.example.Kite</id><name>Kite</name>
      <categories><category>Game</category></categories></component>`;
    const read = flathub.extract({ url: catalogue, text: `<components>${deep}${good}</components>` });
    expect(read.kind === 'records' && [read.records.length, read.unread]).toEqual([
      1,
      ['component 1: it nests elements too deep'],
    ]);
  });
});

describe('components in XML', () => {
  it('are cut out one by one, the last one also when it does not end', () => {
    const text = '<components><component a="1">x</component>\n<component>y</component><component>z';
    expect([...xmlComponents(text)].map(({ number, text: part }) => `${number} ${part}`)).toEqual([
      '1 <component a="1">x</component>',
      '2 <component>y</component>',
      '3 <component>z',
    ]);
  });

  it('keep the first of two values, and name what is not known', () => {
    expect(
      componentFromXml('<component><id>a</id><id>b</id><url type="faq">u</url><mood>calm</mood></component>'),
    ).toEqual({
      Type: 'generic',
      ID: 'a',
      Url: { faq: 'u' },
      mood: 'calm',
    });
  });

  it('are nothing else', () => {
    expect([componentFromXml(''), componentFromXml('<app/>'), componentFromXml('text')]).toEqual([null, null, null]);
  });
});
