/** Parity reads whatever comes: no page makes it throw or takes it for ever. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { damage, randomFrom } from '../damage-page.ts';
import { legacySources } from './legacy-sources.ts';

type Golden = { source: string; kind: string; url: string; raw: string };
const file = readFileSync(new URL('golden.json', import.meta.url), 'utf8');
const games = (JSON.parse(file) as { fixtures: Golden[] }).fixtures.filter(({ kind }) => kind === 'game');
const texts = games.map(({ raw }) => raw);
const anything = () => '<a href="x">';

const readAll = (url: string, text: string) =>
  legacySources.flatMap((source) => [
    source.read(url, text, anything),
    source.list(() => text),
    source.people?.read(url, text, anything),
  ]);

describe.each(games)('$source: $url', ({ url, raw }) => {
  it('stands damage', () => {
    for (let seed = 1; seed <= 150; seed += 1) {
      const text = damage(raw, randomFrom(seed), texts);
      for (const source of legacySources) {
        expect(source.read(url, text, anything)).toBeTypeOf('object');
        expect(source.people?.read(url, text, anything) ?? {}).toBeTypeOf('object');
      }
    }
  });

  it('stands repetition of any of its pieces', () => {
    const pieces = raw.match(/<[^<>]*>|\{\{[^{}|]*|\[\[?|\]|'''?|[^<>{}[\]']{1,20}/g) ?? [];
    for (const piece of new Set(pieces)) {
      const own = legacySources.filter((source) => source.claims(url));
      for (const source of own) {
        expect(source.read(url, raw + piece.repeat(20_000), anything)).toBeTypeOf('object');
        expect(source.read(url, piece.repeat(20_000) + raw, anything)).toBeTypeOf('object');
      }
    }
  });
});

it('stands signs without end', () => {
  const signs = [
    '<a href="',
    '<a ',
    '[',
    '[[',
    '{{',
    "'''",
    '* ',
    '\n',
    '=',
    '\\[',
    '<P><b><a href="x">"',
    '(',
    '/',
    ' ',
  ];
  for (const sign of signs) {
    expect(readAll('http://ifwiki.ru/A', sign.repeat(50_000))).toHaveLength(24);
  }
});
