import { describe, expect, it } from 'vitest';
import { russianRole } from './russian-roles.ts';

describe('a role in Russian', () => {
  it.each([
    ['Автор', 'author'],
    ['Авторы:', 'author'],
    ['Автор оригинала', 'orig_author'],
    ['Художница', 'artist'],
    ['иллюстраторы', 'artist'],
    ['Композитор', 'composer'],
    ['Автор музыки', 'composer'],
    ['Перевёл', 'translator'],
    ['Переводчики', 'translator'],
    ['Портировал', 'porter'],
    ['Программирование', 'programmer'],
    ['Бета-тестеры', 'tester'],
    ['Озвучка', 'voiceover'],
    ['Издатель', 'publisher'],
    ['Участники', 'member'],
  ])('«%s» is %s', (label, role) => expect(russianRole(label)).toBe(role));

  it.each(['', 'Платформа', 'Авторский стиль', 'Год', 'constructor'])('«%s» is none', (label) =>
    expect(russianRole(label)).toBeNull(),
  );
});
