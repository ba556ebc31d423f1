import { describe, expect, it } from 'vitest';
import { faultsOf, loadFixtures, read } from './load-fixtures.ts';

const fixtures = await loadFixtures();

describe('a saved page is read as its author expects', () => {
  it.each(fixtures)('$name', (fixture) => {
    const reading = read(fixture);
    expect(reading).toEqual(fixture.expect);
    if (reading.kind === 'records') expect(reading.records.flatMap(faultsOf)).toEqual([]);
  });
});

describe('every source', () => {
  const sources = [...new Set(fixtures.map(({ source }) => source))];

  it('claims the pages of its fixtures, and no other source does', () => {
    for (const { page, source, as } of fixtures.filter((fixture) => fixture.expect.kind === 'records')) {
      if (as === 'page') expect(sources.filter((each) => each.claims(page.asked ?? page.url))).toEqual([source]);
    }
  });

  it('gives one key to the page and to the address its bytes are asked for, unless that is a question', () => {
    for (const { page, source } of fixtures.filter(({ source, page }) => source.claims(page.url))) {
      const asked = source.request?.(page.url, {});
      if (asked && asked.post === undefined) expect(source.key(asked.url)).toBe(source.key(page.url));
    }
  });

  it('says in one sentence why a page is broken', () => {
    for (const fixture of fixtures) {
      const reading = read(fixture);
      if (reading.kind === 'broken') expect(reading.reason).toMatch(/^[^\n]{20,600}\.$/);
    }
  });
});
