import { describe, expect, test } from 'vitest';
import { abbreviates, abbreviationsOf } from './abbreviation.ts';
import { titleParts } from './title-parts.ts';

const nameOf = (title: string) => titleParts(title).name;

describe('short for a longer name', () => {
  test.each([
    ['uqm', 'The Ur-Quan Masters'],
    ['asc', 'Advanced Strategic Command'],
    ['7kaa', 'Seven Kingdoms: Ancient Adversaries'],
    ['fheroes2', 'Free Heroes 2'],
    ['pysolfc', 'PySol Fan Club edition'],
    // What every JavaScript object has is a word like others.
    ['cqs', 'Constructor Quest Saga'],
    ['cataclysmdda', 'Cataclysm: Dark Days Ahead'],
  ])('%s is short for %s', (short, title) => {
    expect(abbreviates(short, nameOf(title))).not.toBeNull();
    expect(abbreviationsOf(nameOf(title))).toContain(short);
  });

  test.each([
    ['uqx', 'The Ur-Quan Masters'],
    ['aa', 'Alpha Arena'],
    ['alienbreed3d', 'Alien Breed 3: Descent'],
    ['lighthouse', 'Lighthouse'],
    ['theurquanmasters', 'The Ur-Quan Masters'],
  ])('%s is not short for %s', (short, title) => {
    expect(abbreviates(short, nameOf(title))).toBeNull();
  });
});
