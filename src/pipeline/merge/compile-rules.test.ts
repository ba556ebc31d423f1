import { describe, expect, test } from 'vitest';
import { type RuleBook, sentenceOf } from '../../domain/rule-book.ts';
import { CelTag } from './cel.ts';
import { compileRules } from './compile-rules.ts';
import { shippedRules } from './enrichment-defaults.ts';
import { bare } from './rule-samples.ts';

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
const mistakesIn = (change: Partial<RuleBook>) => compileRules(book(change)).mistakes;

test('the shipped rules are without mistakes', () => {
  expect(compileRules(shippedRules).mistakes).toEqual([]);
});

test('every rule that can be named by a value has its sentence', () => {
  const own = book({
    rules: [rule('true')],
    genres: [{ tag: 'рпг', genre: 'g_rpg', replace: true }],
    tagNames: [{ category: 'platform', from: 'Инстед', to: 'INSTEAD' }],
    people: { redirects: { 'Вася: П.': 'Василий' }, ignored: ['X'] },
  });
  const of = (name: string) => sentenceOf(own, name);
  expect(of('mine')).toBe('Because.');
  expect(of('genre:рпг')).toContain('g_rpg');
  expect(of('person:Вася: П.')).toContain('«Василий»');
  expect(of('person:X')).toContain('never');
  expect(of('tag:platform:Инстед')).toContain('INSTEAD');
  expect(of('gone')).toBeNull();
});

describe('a rule can only look at the game (T153)', () => {
  test.each([
    'eval("1") == 1',
    'open("/etc/passwd") == ""',
    '__import__("os") == 1',
    'require("fs") == 1',
    'process.env.HOME == ""',
    'title.constructor == title',
    'tags.exists(t, t.constructor == "x")',
    'tags[0].__proto__ == 1',
    'this.title == ""',
    'globalThis == 1',
    'title.replaceAll("a", "b") == ""',
    '(() => true)()',
  ])('%s', (when) => {
    expect(mistakesIn({ rules: [rule(when)] })).toEqual([expect.stringMatching(/^The rule «mine»,? .*\.$/s)]);
  });

  test.each([
    ['title', 'when: gives string where bool is wanted'],
    ['titel == "x"', 'Unknown variable: titel'],
    ['tags.exists(t, t.naem == "x")', 'No such key: naem'],
    ['tags.exists(', 'token'],
    ['tags[0].name == "x"', 'fails on a game with little known'],
    [`title.matches("(")`, 'RE2'],
    ['title.matches(title)', 'not written out'],
    ['tags.exists(a, tags.exists(b, tags.exists(c, true)))', 'loops'],
    ['cel.bind(a, title + title, a == a + a)', 'bind'],
  ])('%s is refused: %s', (when, said) => {
    const [mistake] = mistakesIn({ rules: [rule(when)] });
    expect(mistake?.toLowerCase()).toContain(said.toLowerCase());
  });

  test('an expression without end is refused', () => {
    const [long] = mistakesIn({ rules: [rule(`"${'x'.repeat(2001)}" == title`)] });
    expect(long).toContain('more than 2000');
    const [wide] = mistakesIn({ rules: [rule(Array.from({ length: 250 }, () => 'true').join('&&'))] });
    expect(wide).toContain('300');
  });

  test('no pattern takes longer than its text is long', () => {
    const { rules, mistakes } = compileRules(
      book({ rules: [rule('title.matches("^(a+)+$") || tags.like("tag", "(x+x+)+y")')] }),
    );
    expect(mistakes).toEqual([]);
    const game = { ...bare, title: `${'a'.repeat(5000)}b`, tags: [new CelTag('tag', '', 'x'.repeat(5000))] };
    expect(rules.rules[0]?.additions(() => game)).toEqual([]);
  });
});

describe('mistakes in a book are told with rule and place', () => {
  test.each<[Partial<RuleBook>, string]>([
    [{ rules: [rule('true'), rule('true')] }, 'The rule «mine» stands twice.'],
    [{ rules: [{ ...rule('true'), name: 'Mine!' }] }, 'The rule «Mine!», name: takes small Latin letters'],
    [{ rules: [{ ...rule('true'), why: ' ' }] }, 'The rule «mine», why: is empty'],
    [{ rules: [{ ...rule('true'), do: [] }] }, 'The rule «mine», do: adds nothing.'],
    [{ rules: [rule('true', 'no slug')] }, 'The rule «mine», do[0].slug: «no slug» is no slug'],
    [
      { rules: [{ ...rule('true'), do: [{ add: 'url', category: 'other', url: 'javascript:x' }] }] },
      'do[0].url: «javascript:x»',
    ],
    [{ rules: [{ ...rule('true'), do: [{ add: 'language', language: 'Russian' }] }] }, 'do[0].language: «Russian»'],
    [
      { rules: [{ ...rule('true'), do: [{ add: 'language', language: { cel: 'size(title)' } }] }] },
      'gives int where string is wanted',
    ],
    [
      {
        genres: [
          { tag: 'a', genre: 'x', replace: true },
          { tag: 'A', genre: 'y', replace: true },
        ],
      },
      'genres: the tag «a» stands twice.',
    ],
    [
      { people: { redirects: { A: 'B', B: 'C' }, ignored: [] } },
      'people.redirects, «A»: it leads to «B», which leads on',
    ],
    [{ people: { redirects: { A: 'B' }, ignored: ['a'] } }, 'people.ignored: «a» is also redirected'],
  ])('%j', (change, said) => {
    expect(mistakesIn(change).join('\n')).toContain(said);
  });
});
