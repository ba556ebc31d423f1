import { describe, expect, test } from 'vitest';
import { ageOf, platformOf } from './platforms.ts';

describe('one name for a platform', () => {
  test.each([
    ['Sony PlayStation 4', 'ps4'],
    ['PS4', 'ps4'],
    ['PlayStation', 'ps1'],
    ['Amstrad CPC disk images', 'cpc'],
    ['Sinclair ZX Spectrum cassettes', 'spectrum'],
    ['Nintendo Entertainment System cartridges', 'nes'],
    ['Microsoft Windows', 'windows'],
    ['Mega Drive', 'genesis'],
    ['Jupiter Ace', 'jupiter ace'],
  ])('%s is %s', (written, name) => {
    expect(platformOf(written)).toBe(name);
  });
});

describe('the years of machines', () => {
  test('of one, of several, and of those that never end', () => {
    expect(ageOf(['cpc'])).toMatchObject({ from: 1984, to: 1994 });
    expect(ageOf(['cpc', 'ps1'])).toMatchObject({ from: 1984, to: 2005 });
    expect(ageOf(['cpc', 'windows'])).toBeNull();
    expect(ageOf(['jupiter ace'])).toBeNull();
    expect(ageOf([])).toBeNull();
  });
});
