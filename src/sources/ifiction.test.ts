import { describe, expect, it } from 'vitest';
import { urlIdentity } from '../domain/url-identity.ts';
import { ifdb } from './ifdb.ts';
import { ifiction } from './ifiction.ts';

const url = 'https://games.example/moth.iFiction';

describe('the source ifiction', () => {
  it.each([
    url,
    'http://games.example/a/b/Moth%20and%20Light.ifiction',
    'https://games.example/moth.ifiction.xml?raw=true#top',
    'https://ifarchive.org/if-archive/games/moth.iFiction',
    'https://babel.ifarchive.org/metadata/6F9619FF-8B86-D011-B42D-00CF4FC964FF',
  ])('claims %s', (each) => expect(ifiction.claims(each)).toBe(true));

  it.each([
    'https://ifdb.org/viewgame?ifiction&id=beekeeper0hour19',
    'https://ifdb.org/files/moth.iFiction',
    'https://games.example/moth.xml',
    'https://games.example/?file=moth.iFiction',
    'https://games.example/.iFiction',
    'https://babel.ifarchive.org/download/6F9619FF-8B86-D011-B42D-00CF4FC964FF',
    'ftp://games.example/moth.iFiction',
    'moth.iFiction',
  ])('leaves %s to others', (each) => expect(ifiction.claims(each)).toBe(false));

  it('leaves what IFDB answers in this form to IFDB', () => {
    const answer = 'https://ifdb.org/viewgame?ifiction&id=beekeeper0hour19';
    expect([ifdb.claims(answer), ifdb.key(answer)]).toEqual([true, 'beekeeper0hour19']);
  });

  it('knows a document under each spelling of its address', () => {
    const keys = [url, 'http://www.games.example/moth.iFiction', `${url}#/ABC`].map(ifiction.key);
    expect(new Set(keys).size).toBe(1);
  });

  it('gives every game of a document an address of its own', () => {
    const story = (ifid: string) =>
      `<story><identification><ifid>${ifid}</ifid></identification><bibliographic><title>${ifid}</title></bibliographic></story>`;
    const read = ifiction.extract({
      url,
      text: `<ifindex>${['MOTH-0001', 'MOTH-0002'].map(story).join('')}</ifindex>`,
    });
    const records = read.kind === 'records' ? read.records : [];
    expect(new Set(records.map((record) => urlIdentity(record.url))).size).toBe(2);
    expect(records.every((record) => ifiction.claims(record.url))).toBe(true);
  });

  it('keeps no address of e-mail', () => {
    const text = `<ifindex><story><identification><ifid>MOTH-0001</ifid></identification><bibliographic><title>Moth</title></bibliographic>
      <contacts><authoremail>ada@pine.example</authoremail><url>mailto:ada@pine.example</url></contacts></story></ifindex>`;
    const read = ifiction.extract({ url, text });
    expect(JSON.stringify(read.kind === 'records' && read.records)).not.toContain('pine.example');
  });

  it.each(['<story>', '<a>', '<ifindex>', '<br/>', '&amp;', '<![CDATA[', '<!--'])(
    'reads ten thousand %s to an end',
    (piece) => {
      expect(ifiction.extract({ url, text: `<ifindex>${piece.repeat(10_000)}</ifindex>` }).kind).toBe('broken');
    },
  );
});
