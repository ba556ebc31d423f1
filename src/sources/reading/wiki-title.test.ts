import { describe, expect, it } from 'vitest';
import { wikiPath, wikiTitle } from './wiki-title.ts';

const namespaces = new Set(['файл', 'автор']);

describe('the name of a wiki page', () => {
  it.each([
    ['маяк_на__скале ', '', 'Маяк на скале'],
    ['файл: карта.png', 'файл', 'Карта.png'],
    ['Автор:Имя#часть', 'автор', 'Имя'],
    ['Асатама: Начало', '', 'Асатама: Начало'],
    ['ßa', '', 'ßa'],
    ['🎲 игра', '', '🎲 игра'],
  ])('%j', (written, namespace, name) => {
    expect(wikiTitle(written, namespaces)).toEqual({ namespace, name });
  });

  it.each(['', ' _ ', '#x', 'Файл:', 'a[b', '{{x}}', 'a|b', '<b>', '..', 'x\u0000', '\ud800', 'a'.repeat(256)])(
    'is not %j',
    (written) => {
      expect(wikiTitle(written, namespaces)).toBeNull();
    },
  );

  it('stands in addresses as MediaWiki writes it', () => {
    expect(wikiPath('A (1/2): b\'c, "d"? *!')).toBe('A_(1/2):_b%27c,_%22d%22%3F_*!');
  });
});
