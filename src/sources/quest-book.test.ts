import { describe, expect, it } from 'vitest';
import { questBook } from './quest-book.ts';

describe('the source quest-book', () => {
  it.each([
    'https://quest-book.ru/online/view/echo',
    'http://quest-book.ru/online/view/echo/',
    'https://www.quest-book.ru/online/view/echo?page=2#comments',
  ])('claims %s, and knows it as echo', (url) =>
    expect([questBook.claims(url), questBook.key(url)]).toEqual([true, 'echo']),
  );

  it('knows letters beyond ASCII by one name, percent-encoded or not', () => {
    const urls = ['снег', '%D1%81%D0%BD%D0%B5%D0%B3', '%d1%81%d0%bd%d0%b5%d0%b3'];
    expect(new Set(urls.map((name) => questBook.key(`https://quest-book.ru/online/view/${name}`)))).toHaveLength(1);
  });

  it.each([
    'https://quest-book.ru/online/view/',
    'https://quest-book.ru/online/echo/',
    'https://quest-book.ru/online/?s=1',
    'https://quest-book.ru.evil.example/online/view/echo',
    'not a url',
  ])('leaves %s to others', (url) => expect(questBook.claims(url)).toBe(false));

  it('starts at the first page of the listing', () => {
    expect(questBook.seeds({})).toEqual([{ as: 'listing', url: 'https://quest-book.ru/online/?s=1' }]);
  });

  it('says nothing of pages about people: the site’s are profiles of the forum', () => {
    expect(questBook.people).toBeUndefined();
  });
});
