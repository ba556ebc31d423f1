import { describe, expect, it } from 'vitest';
import { readRow } from './rilarhiv-row.ts';

const bare = { authors: [], year: undefined, isDemo: false, platforms: [], unread: [] };

describe('a row of rilarhiv.ru', () => {
  it.each([
    ['"Соло"', { title: 'Соло' }],
    ['"Лис", Вера и Пётр (2011) /демо/', { title: 'Лис', authors: ['Вера', 'Пётр'], year: '2011', isDemo: true }],
    ['"APPLE" Softjoker, 1996', { title: 'APPLE', authors: ['Softjoker'], year: '1996' }],
    [
      '"Web" Ada P, 1998 год /перевод Н, 2009 г./',
      { title: 'Web', authors: ['Ada P'], year: '1998', unread: ['перевод Н, 2009 г.'] },
    ],
    ['"Вопрос" (Ада; Ink)', { title: 'Вопрос', authors: ['Ада'], platforms: ['Ink'] }],
    ['"Дом "У реки"", Нина', { title: 'Дом "У реки"', authors: ['Нина'] }],
    ['"А"Без пробела', { title: 'А', authors: ['Без пробела'] }],
    ['"А", , Б, ', { title: 'А', authors: ['Б'] }],
    ['"2010", Нина (1066)', { title: '2010', authors: ['Нина'], unread: ['1066'] }],
  ])('%s', (text, row) => expect(readRow(text)).toEqual({ ...bare, ...row }));

  it.each(['', 'Без кавычек', '""', '"Незакрытая', '" "'])('«%s» is none', (text) => expect(readRow(text)).toBeNull());
});
