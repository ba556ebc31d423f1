import { describe, expect, it } from 'vitest';
import { insteadGames } from './instead-games.ts';
import { insteadLists } from './instead-lists.ts';
import { insteadRepository } from './instead-repository.ts';

const site = 'http://instead-games.ru';

describe('the lists of instead-games.ru', () => {
  it.each([
    [`${site}/xml.php`, 'approved'],
    [`https://www.instead-games.ru/xml.php?approved=1`, 'approved'],
    [`${site}/xml.php?approved=0`, 'sandbox'],
    [`${site}/xml2.php`, 'sandbox'],
  ])('claims %s, the list of the %s', (url, key) => {
    expect(insteadLists.claims(url)).toBe(true);
    expect(insteadLists.key(url)).toBe(key);
    expect([insteadGames, insteadRepository].filter((source) => source.claims(url))).toEqual([]);
  });

  it.each([`${site}/game.php?ID=42`, `${site}/xml.phpx`, `${site}/rss.php`, 'http://instead.example/xml.php'])(
    'leaves %s to others',
    (url) => expect(insteadLists.claims(url)).toBe(false),
  );

  it('are where an import begins, each once', () => {
    expect(insteadLists.seeds({}).map(({ as, url }) => [as, insteadLists.key(url)])).toEqual([
      ['page', 'approved'],
      ['page', 'sandbox'],
    ]);
  });

  it('give a game that moves from the sandbox to the approved games one identity', () => {
    const list = (version: string) =>
      `<game_list><game><name>moth</name><title>Мотылёк</title><version>${version}</version><lang>ru</lang>
       <descurl>${site}/game.php?ID=77</descurl></game></game_list>`;
    const before = insteadLists.extract({ url: `${site}/xml.php?approved=0`, text: list('0.3') });
    const after = insteadLists.extract({ url: `${site}/xml.php`, text: list('1.0') });
    const keys = [before, after].map((read) => (read.kind === 'records' ? read.records.map(({ key }) => key) : read));
    expect(keys).toEqual([['moth'], ['moth']]);
  });
});

describe('the repository of INSTEAD', () => {
  it.each(['http://instead.syscall.ru/pool/game_list.xml', 'https://instead.hugeping.ru/pool/game_list.xml'])(
    'claims %s',
    (url) => {
      expect(insteadRepository.claims(url)).toBe(true);
      expect(insteadRepository.key(url)).toBe('official');
    },
  );

  it.each(['http://instead.syscall.ru/wiki/en', `${site}/xml.php`])('leaves %s to others', (url) =>
    expect(insteadRepository.claims(url)).toBe(false),
  );
});
