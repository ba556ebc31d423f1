import { describe, expect, it } from 'vitest';
import { readWikitext, type WikiReader } from './wikitext.ts';
import { readTemplates } from './wikitext-templates.ts';

describe('templates are read exactly', () => {
  const read = (text: string) => readTemplates(text).map(({ name, values }) => [name, Object.fromEntries(values)]);

  it.each<[string, unknown]>([
    ['{{a}}', [['a', {}]]],
    ['{{ a_b \n|x = 1 |2| y=}}', [['a b', { x: '1', 1: '2', y: '' }]]],
    ['{{Шаблон:A|1=x|y}}', [['A', { 1: 'y' }]]],
    [
      '{{a|x={{b|[[c|d]]}}|e}}',
      [
        ['a', { x: '{{b|[[c|d]]}}', 1: 'e' }],
        ['b', { 1: '[[c|d]]' }],
      ],
    ],
    ['{{a|<nowiki>|}}</nowiki>|<!-- |}} -->b}}', [['a', { 1: '<nowiki>|}}</nowiki>', 2: '<!-- |}} -->b' }]]],
    ['<nowiki>{{a}}</nowiki><pre>{{b}}</pre><!-- {{c}} -->{{d}}', [['d', {}]]],
    [
      '{{a|https://x.example/?b=c|url=https://x.example/?b=c}}',
      [['a', { 1: 'https://x.example/?b=c', url: 'https://x.example/?b=c' }]],
    ],
    ['{{a|x=[[b\n|y=c\n}}', [['a', { x: '[[b', y: 'c' }]]],
    ['{{a|{{{1|x}}}|b}}', [['a', { 1: '{{{1|x}}}', 2: 'b' }]]],
    ['{{open {{a}}', [['a', {}]]],
    ['}} {{a}} }} ]] {', [['a', {}]]],
  ])('%j', (wikitext, expected) => {
    expect(read(wikitext)).toEqual(expected);
  });

  it('each with its place and depth', () => {
    expect(readTemplates('x{{a|{{b}}}}')).toMatchObject([
      { name: 'a', start: 1, end: 12, depth: 0 },
      { name: 'b', start: 5, end: 10, depth: 1 },
    ]);
  });

  it('and replaced inner ones first', () => {
    const template: WikiReader['template'] = ({ name, values }) => `(${name} ${values.get('1') ?? ''})`;
    expect(readWikitext('{{a|{{b|x}}}}', { template }).markdown).toBe('(a (b x))');
  });
});
