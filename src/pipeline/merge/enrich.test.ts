import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GameFields } from '../../domain/game.ts';
import type { RecordId } from '../../domain/ids.ts';
import { type GameUrl, type Tag, tagCategories } from '../../domain/record.ts';
import { type RuleBook, type RuleUse, ruleId } from '../../domain/rule-book.ts';
import { compileRules } from './compile-rules.ts';
import { enrich } from './enrich.ts';
import { shippedRules } from './enrichment-defaults.ts';

const by = (source = 'ifwiki') => [`${source}|1` as RecordId];
const platform = (name: string): Tag => ({ category: 'platform', name });
const tag = (name: string): Tag => ({ category: 'tag', name });

type Said = { tags?: Tag[]; urls?: GameUrl[]; languages?: string[]; authors?: string[] };
function fieldsOf({ tags = [], urls = [], languages = [], authors = [] }: Said): GameFields {
  return {
    title: { value: 'Маяк', by: by(), variants: [] },
    alternativeTitles: [],
    descriptions: [],
    releaseDate: null,
    credits: authors.map((name) => ({ value: { role: 'author', name }, by: by() })),
    tags: tags.map((value) => ({ value, by: by() })),
    urls: urls.map((value) => ({ value, by: by() })),
    identifiers: [],
    languages: languages.map((value) => ({ value, by: by() })),
    attributions: [],
  };
}

const shipped = compileRules(shippedRules).rules;
const enriched = (said: Said, sources = ['ifwiki'], rules = shipped) => enrich(fieldsOf(said), sources, rules);
const words = ({ fields }: { fields: GameFields }) => fields.tags.map(({ value }) => value.slug ?? value.name);
const book = (change: Partial<RuleBook>): RuleBook => ({
  rules: [],
  lowerCase: [],
  genres: [],
  tagNames: [],
  people: { redirects: {}, ignored: [] },
  ...change,
});
const rule = (when: string, slug = 'parser'): RuleBook['rules'][number] => ({
  name: 'mine',
  when,
  do: [{ add: 'tag', category: 'control', slug }],
  why: 'Because.',
});

describe('what the tool of a game tells', () => {
  test('«Inform 7» is played by commands, in a browser and on three systems (T143)', () => {
    expect(words(enriched({ tags: [platform('Inform 7')] }))).toEqual([
      'Inform 7',
      'parser',
      'os_web',
      'os_win',
      'os_linux',
      'os_macos',
    ]);
  });

  test('QSP runs in a browser when there is an address to play it at (T144)', () => {
    const online: GameUrl = { category: 'play_online', url: 'https://qsp.test/1' };
    expect(words(enriched({ tags: [platform('QSP')] }))).toEqual(['QSP', 'menu', 'os_win']);
    expect(words(enriched({ tags: [platform('QSP')], urls: [online] }))).toEqual(['QSP', 'menu', 'os_win', 'os_web']);
  });

  test('a file of URQ can be played in UrqW: one more address a file, with the beginning of its description (T145)', () => {
    const urls: GameUrl[] = [
      {
        category: 'download_direct',
        url: 'http://urq.test/a.zip',
        description: 'Архив с игрой и всеми картинками к ней',
      },
      { category: 'download_direct', url: 'http://urq.test/b.zip' },
      { category: 'poster', url: 'http://urq.test/p.png' },
    ];
    const { fields } = enriched({ tags: [platform('UrqW')], urls });
    expect(fields.urls.slice(3)).toEqual([
      {
        value: {
          category: 'play_in_interpreter',
          url: 'http://urq.test/a.zip',
          description: 'Открыть в UrqW: Архив с игрой и всеми картинка',
        },
        by: ['rule|urq-in-browser'],
      },
      {
        value: { category: 'play_in_interpreter', url: 'http://urq.test/b.zip', description: 'Открыть в UrqW: ' },
        by: ['rule|urq-in-browser'],
      },
    ]);
  });

  test('a page at exactly urq.plut.info, port included, makes it a game of URQ', () => {
    const file: GameUrl = { category: 'download_direct', url: 'http://files.test/a.qst' };
    const at = (url: string) => enriched({ urls: [{ category: 'game_page', url }, file] }).fields.urls.length;
    expect(at('http://urq.plut.info/node/1')).toBe(3);
    expect(at('http://urq.plut.info:8080/node/1')).toBe(2);
    expect(at('http://www.urq.plut.info/node/1')).toBe(2);
  });

  test.each([
    ['6days', ['parser']],
    ['6 дней', []],
    ['ADRIFT 4', ['parser']],
    ['RInform', ['parser', 'os_web', 'os_win', 'os_linux', 'os_macos']],
    ['TOM 2', ['parser']],
    ['FireURQ', ['menu', 'os_win']],
    ['DOSURQ', ['menu', 'os_dos']],
    ['INSTEAD', ['os_win', 'os_linux', 'os_macos']],
    ['AXMA Story Maker', ['menu', 'os_web']],
    ['Questbook', ['menu']],
    ['My Inform', []],
  ])('«%s» adds %j', (name, added) => {
    expect(words(enriched({ tags: [platform(name)] })).slice(1)).toEqual(added);
  });

  test('a tag is also known by its slug', () => {
    expect(words(enriched({ tags: [{ category: 'platform', slug: 'inform-6', name: 'I6' }] }))).toContain('inform-6');
    expect(words(enriched({ tags: [{ category: 'platform', slug: 'inform-6', name: 'I6' }] }))).toContain('parser');
  });
});

describe('languages', () => {
  test('a game that only Russian sites know, and whose language none of them names, is Russian (T146)', () => {
    expect(enriched({}).fields.languages).toEqual([{ value: 'ru', by: ['rule|russian-sites'] }]);
  });
  test('a language that is named stays alone (T147)', () => {
    expect(enriched({ languages: ['uk'] }).fields.languages.map(({ value }) => value)).toEqual(['uk']);
  });
  test('nothing is said about a game that a site of the world knows too', () => {
    expect(enriched({}, ['ifwiki', 'ifdb']).fields.languages).toEqual([]);
  });
});

describe('free tags', () => {
  test('are written in lower case (T53); other tags keep theirs', () => {
    expect(words(enriched({ tags: [tag('Море'), platform('TADS 3')] })).slice(0, 2)).toEqual(['море', 'TADS 3']);
  });

  test('one that means a genre turns into it; the rule and the record both stand behind the genre (T150)', () => {
    expect(enriched({ tags: [tag('РПГ')] }).fields.tags).toEqual([
      { value: { category: 'genre', slug: 'g_rpg' }, by: ['rule|genre:рпг', 'ifwiki|1'] },
    ]);
  });

  test('one that only tells of a genre stays beside it (T151)', () => {
    expect(words(enriched({ tags: [tag('Хоррор')] }))).toEqual(['хоррор', 'g_horror']);
  });

  test('a tag that is known by its slug maps too (T152)', () => {
    expect(words(enriched({ tags: [{ category: 'tag', slug: 'rpg', name: 'Ролевая игра' }] }))).toEqual(['g_rpg']);
  });

  test('a genre that is there already is not added again, and loses no one who said it', () => {
    const fields = fieldsOf({ tags: [{ category: 'genre', slug: 'g_kids' }] });
    fields.tags.push({ value: tag('детская'), by: by('apero') }, { value: tag('детское'), by: by('qsp') });
    expect(enrich(fields, ['ifwiki'], shipped).fields.tags).toEqual([
      {
        value: { category: 'genre', slug: 'g_kids' },
        by: ['ifwiki|1', 'rule|genre:детская', 'apero|1', 'rule|genre:детское', 'qsp|1'],
      },
    ]);
  });

  test('the table has every row of the contract; «чёрный» and «черный» юмор are one', () => {
    expect(shippedRules.genres).toHaveLength(58);
    expect(shippedRules.genres.filter(({ replace }) => replace)).toHaveLength(36);
  });
});

describe('people', () => {
  const rules = compileRules(
    book({ people: { redirects: { 'Вася П.': 'Василий Пупкин' }, ignored: ['Аноним'] } }),
  ).rules;
  const authors = (...names: string[]) => enriched({ authors: names }, ['ifwiki'], rules).fields.credits;

  test('a name that is redirected becomes the other one, and the two become one (T52)', () => {
    expect(authors('вася  п.', 'Василий Пупкин', 'Осин')).toEqual([
      { value: { role: 'author', name: 'Василий Пупкин' }, by: ['rule|person:Вася П.', 'ifwiki|1'] },
      { value: { role: 'author', name: 'Осин' }, by: ['ifwiki|1'] },
    ]);
  });
  test('a black-listed name is never published (R12)', () => {
    expect(authors('АНОНИМ', 'Осин').map(({ value }) => value.name)).toEqual(['Осин']);
  });
  test('both are told', () => {
    expect(enriched({ authors: ['аноним', 'Вася П.'] }, ['ifwiki'], rules).uses).toEqual([
      { rule: 'person:Аноним' },
      { rule: 'person:Вася П.' },
    ]);
  });
});

test('another spelling of a tag gives way to the one an operator chose', () => {
  const { rules } = compileRules(book({ tagNames: [{ category: 'platform', from: 'Инстед', to: 'INSTEAD' }] }));
  const { fields, uses } = enriched({ tags: [platform('инстед'), platform('INSTEAD')] }, ['ifwiki'], rules);
  expect(fields.tags).toEqual([{ value: platform('INSTEAD'), by: ['rule|tag:platform:Инстед', 'ifwiki|1'] }]);
  expect(uses).toEqual([{ rule: 'tag:platform:Инстед' }]);
});

describe('a rule that fails', () => {
  const risky: RuleBook['rules'][number] = {
    name: 'risky',
    when: 'title != "Маяк" || tags[5].name == "x"',
    do: [{ add: 'tag', category: 'control', slug: 'menu' }],
    why: 'To fail.',
  };
  test('is left out for that game and told; the others go on', () => {
    const { rules, mistakes } = compileRules(book({ rules: [risky, rule('true')] }));
    expect(mistakes).toEqual([]);
    const { fields, uses } = enriched({}, ['ifwiki'], rules);
    expect(fields.tags).toEqual([{ value: { category: 'control', slug: 'parser' }, by: [ruleId('mine')] }]);
    expect(uses).toEqual<RuleUse[]>([{ rule: 'risky', failed: expect.stringContaining('index') }, { rule: 'mine' }]);
  });
});

describe('whatever a game says', () => {
  const seed = 20261125;
  const names = fc.constantFrom(
    'Inform 7',
    'QSP',
    'urqw',
    'РПГ',
    'рпг',
    'Хоррор',
    'хоррор',
    'детская',
    'детское',
    'море',
    'INSTEAD',
  );
  const tags = fc.uniqueArray(
    fc.record({ category: fc.constantFrom(...tagCategories), name: names, from: fc.constantFrom('ifwiki', 'apero') }),
    { maxLength: 8, selector: ({ category, name }) => `${category}|${name.toLowerCase()}` },
  );
  const urls = fc.array(
    fc.record({
      category: fc.constantFrom('download_direct', 'play_online', 'game_page', 'play_in_interpreter'),
      url: fc.constantFrom('http://urq.plut.info/1', 'http://a.test/1.zip', 'http://a.test/2.zip'),
    }),
    { maxLength: 5 },
  );
  const games = fc.record({ tags, urls, languages: fc.constantFrom([], ['en'], ['ru']) });
  const gameOf = (said: {
    tags: { category: Tag['category']; name: string; from: string }[];
    urls: { category: string; url: string }[];
    languages: readonly string[];
  }) => {
    const fields = fieldsOf({ urls: said.urls as GameUrl[], languages: [...said.languages] });
    fields.tags = said.tags.map(({ category, name, from }) => ({ value: { category, name }, by: by(from) }));
    return fields;
  };

  test('twice is once (T149), and what was given stays as it was', () => {
    console.log(`seed ${seed}`);
    fc.assert(
      fc.property(games, (said) => {
        const fields = gameOf(said);
        const before = structuredClone(fields);
        const once = enrich(fields, ['ifwiki'], shipped).fields;
        expect(fields).toEqual(before);
        expect(enrich(once, ['ifwiki'], shipped).fields).toEqual(once);
      }),
      { seed, numRuns: 500 },
    );
  });

  test('the order of its values decides nothing but the order of the results', () => {
    const plainly = (fields: GameFields) =>
      [...fields.tags, ...fields.urls, ...fields.languages]
        .map(({ value, by }) => JSON.stringify([value, [...by].sort()]))
        .sort();
    fc.assert(
      fc.property(games, (said) => {
        const turned = { ...said, tags: [...said.tags].reverse(), urls: [...said.urls].reverse() };
        const without = (game: GameFields) => ({
          ...game,
          urls: game.urls.filter(({ value }) => value.category !== 'play_in_interpreter'),
        });
        const values = (game: GameFields) => plainly(without(game)).map((line) => JSON.parse(line)[0]);
        expect(values(enrich(gameOf(turned), ['ifwiki'], shipped).fields)).toEqual(
          values(enrich(gameOf(said), ['ifwiki'], shipped).fields),
        );
      }),
      { seed, numRuns: 300 },
    );
  });
});
