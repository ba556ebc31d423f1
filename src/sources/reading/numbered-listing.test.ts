import { describe, expect, it } from 'vitest';
import { type NumberedListing, readNumberedListing } from './numbered-listing.ts';

const form = /^https?:\/\/games\.example\/g\/(\w+)/;
const listing: NumberedListing = {
  links: 'h3 a',
  site: { claims: (url) => form.test(url), key: (url) => form.exec(url)?.[1] ?? url },
  address: (number) => `https://games.example/?from=${number}`,
  number: /[?&]from=(\d+)/,
  first: 0,
  step: 10,
  most: 5,
};
const page = (number: number, ...names: string[]) => ({
  url: listing.address(number),
  text: names.map((name) => `<h3><a href="${name}">x</a></h3>`).join(''),
});

describe('a page of a numbered listing', () => {
  it('names each game once, with an absolute address, and the page after it', () => {
    expect(readNumberedListing(listing, page(10, '/g/a', 'g/b#reviews', 'http://games.example/g/a?x=1'))).toEqual({
      kind: 'listed',
      pages: ['https://games.example/g/a', 'https://games.example/g/b'],
      next: ['https://games.example/?from=20'],
      unread: [],
    });
  });

  it('passes over links to other sites and other pages, and tells them', () => {
    expect(readNumberedListing(listing, page(0, '/g/a', '/about', 'http://evil.example/g/b', 'javascript:x'))).toEqual({
      kind: 'listed',
      pages: ['https://games.example/g/a'],
      next: ['https://games.example/?from=10'],
      unread: ['h3: x', 'h3: x', 'h3: x'],
    });
  });

  it('is the end of the walk when it names no game', () => {
    expect(readNumberedListing(listing, page(30))).toEqual({ kind: 'listed', pages: [], next: [], unread: [] });
  });

  it('is broken when it names no game and is the first: a site without games does not exist', () => {
    expect(readNumberedListing(listing, page(0))).toMatchObject({ kind: 'broken', reason: /names no game/ });
  });

  it('takes its number from the address that was meant, not from where the site led', () => {
    const read = readNumberedListing(listing, { ...page(0, '/g/a'), asked: listing.address(20) });
    expect(read).toMatchObject({ next: ['https://games.example/?from=30'] });
  });
});

describe('a walk through a numbered listing', () => {
  it('ends at its cap, where the site ignores the number and shows the same page for ever', () => {
    const walked: string[] = [];
    for (let next: string | undefined = listing.address(0); next !== undefined && walked.length < 100; ) {
      walked.push(next);
      const read = readNumberedListing(listing, { ...page(0, '/g/a'), asked: next });
      next = read.kind === 'listed' ? read.next[0] : undefined;
    }
    expect(walked).toHaveLength(5);
  });

  it('ends at the last page where the pages say which that is, and then none may be empty', () => {
    const counted = { ...listing, last: () => 20 };
    expect(readNumberedListing(counted, page(10, '/g/a'))).toMatchObject({ next: ['https://games.example/?from=20'] });
    expect(readNumberedListing(counted, page(20, '/g/a'))).toMatchObject({ next: [] });
    expect(readNumberedListing(counted, page(20)).kind).toBe('broken');
  });
});
