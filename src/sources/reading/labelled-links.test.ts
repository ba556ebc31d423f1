import { describe, expect, it } from 'vitest';
import { parseHtml, textOf } from './html.ts';
import { labelledLinks } from './labelled-links.ts';

const read = (html: string) =>
  labelledLinks(parseHtml(html).tree.children).map(({ name, link }) => `${name}=${textOf([link])}`);

describe('links with labels before them', () => {
  it('repeat the label while none is written', () => {
    expect(read('Авторы: <a>A</a>, <a>B</a> &middot; Платформа: <a>C</a>')).toEqual([
      'Авторы=A',
      'Авторы=B',
      'Платформа=C',
    ]);
  });

  it('have no label where nothing stands before them', () => {
    expect(read('<a>A</a> · <a>B</a>: год <a>C</a>')).toEqual(['=A', '=B', 'год=C']);
  });

  it('are found at any depth, with the label in pieces', () => {
    expect(read('<b>Бета-</b><i>тестеры</i>: <span><b><a>A</a></b>,</span><br><a>B</a>')).toEqual([
      'Бета-тестеры=A',
      'Бета-тестеры=B',
    ]);
  });

  it('take no label from scripts', () => {
    expect(read('Автор: <a>A</a><script>Платформа:</script> <a>B</a>')).toEqual(['Автор=A', 'Автор=B']);
  });
});
