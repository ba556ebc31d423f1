import { describe, expect, test } from 'vitest';
import type { GameFields } from '../../domain/game.ts';
import type { RecordId } from '../../domain/ids.ts';
import { gate } from './gate.ts';

const by = ['a|1' as RecordId];
const fields = (more: Partial<GameFields> = {}): GameFields => ({
  title: { value: 'Маяк', by, variants: [] },
  alternativeTitles: [],
  descriptions: [],
  releaseDate: null,
  credits: [],
  tags: [],
  urls: [],
  identifiers: [],
  languages: [],
  attributions: [],
  ...more,
});
const titled = (value: string, record = 'a|1') => fields({ title: { value, by: [record as RecordId], variants: [] } });
const text = (length: number) =>
  fields({ descriptions: [{ language: 'ru', value: 'ж'.repeat(length), by, variants: [] }] });

describe('the gate', () => {
  test('publishes a valid first draft whole', () => {
    expect(gate(fields(), null, false)).toMatchObject({ verdict: 'publish', set: fields() });
  });

  test('says unchanged when the sources agree with the catalogue', () => {
    expect(gate(fields(), fields(), false)).toEqual({ verdict: 'unchanged' });
  });

  test('publishes only the fields that changed', () => {
    const verdict = gate(fields({ releaseDate: { value: '2019', by, variants: [] } }), fields(), false);
    expect(verdict.verdict === 'publish' && Object.keys(verdict.set)).toEqual(['releaseDate']);
  });

  test.each([
    ['an empty title', titled(' '), null],
    ['a title of 400 characters', titled('а'.repeat(400)), null],
    [
      'an address that is not http',
      fields({ urls: [{ value: { category: 'game_page', url: 'javascript:alert(1)' }, by }] }),
      null,
    ],
    ['a release date that is none', fields({ releaseDate: { value: 'soon', by, variants: [] } }), null],
    ['texts that shrink to nearly nothing', text(100), text(2000)],
    ['one record that turns into another game', titled('Остров сокровищ'), titled('Маяк')],
  ])('asks about %s', (_, drafted, published) => {
    expect(gate(drafted, published, false).verdict).toBe('ask');
  });

  test('does not ask when a better source brings its own spelling', () => {
    expect(gate(titled('0 A.D.', 'b|1'), titled('zero-ad'), false).verdict).toBe('publish');
  });

  test('publishes what a curator approved, but never what is invalid', () => {
    expect(gate(text(100), text(2000), true).verdict).toBe('publish');
    expect(gate(titled(''), fields(), true).verdict).toBe('ask');
  });
});
