import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultsOf, loadFixtures, read } from './load-fixtures.ts';

const fixtures = (await loadFixtures()).filter(({ page }) => page.text.length < 20_000);

/** Pieces that pages break on. */
const noise = fc.oneof(
  fc.constantFrom(
    '<',
    '>',
    '"',
    '&#0;',
    '&lt;script&gt;',
    '</div>',
    '<div>',
    '\u0000',
    '\ud800',
    '\u202e',
    '<h2>',
    '{',
    '}',
    ']',
    ',',
  ),
  fc.constantFrom(
    'href="javascript:alert(1)"',
    '<game>',
    'null',
    '1e999',
    '<!--',
    '<![CDATA[',
    '\n\n',
    '<br>',
    '__proto__',
  ),
  fc.string({ unit: 'binary', maxLength: 5 }),
);

type Change = { at: number; length: number; kind: 'cut' | 'twice' | 'noise' | 'moved'; piece: string; to: number };

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat({ max: 200 }),
  kind: fc.constantFrom('cut', 'twice', 'noise', 'moved'),
  piece: noise,
  to: fc.double({ min: 0, max: 1, noNaN: true }),
});

function mutate(text: string, { at, length, kind, piece, to }: Change): string {
  const start = Math.floor(at * text.length);
  const [before, middle, after] = [text.slice(0, start), text.slice(start, start + length), text.slice(start + length)];
  if (kind === 'cut') return before + after;
  if (kind === 'twice') return before + middle + middle + after;
  if (kind === 'noise') return before + piece + middle + after;
  const rest = before + after;
  const target = Math.floor(to * rest.length);
  return rest.slice(0, target) + middle + rest.slice(target);
}

describe('a damaged page', () => {
  it('never makes a source throw, nor return a record that may not be kept', () => {
    const page = fc.record({
      fixture: fc.constantFrom(...fixtures),
      changes: fc.array(change, { minLength: 1, maxLength: 6 }),
    });
    const property = fc.property(page, ({ fixture, changes }) => {
      const reading = read(fixture, changes.reduce(mutate, fixture.page.text));
      if (reading.kind === 'records') {
        expect(reading.records.length).toBeGreaterThan(0);
        expect(reading.records.flatMap(faultsOf)).toEqual([]);
      }
      if (reading.kind === 'listed') {
        expect(reading.pages.filter((url) => !fixture.source.claims(url))).toEqual([]);
      }
    });
    // On failure fast-check prints the seed and the path to the smallest counterexample.
    fc.assert(property, { numRuns: 300 });
  });
});
