import { describe, expect, it } from 'vitest';
import { textOf } from './html.ts';
import { fieldNamed, labelledFields } from './labelled-fields.ts';
import { openSitePage } from './page-elements.ts';

function fieldsOf(html: string, name: string, selector?: string) {
  const page = openSitePage(html);
  if (page.kind === 'broken') throw new Error(page.reason);
  return labelledFields(page.pick(name, selector));
}
const read = (html: string, name: string, selector?: string) =>
  fieldsOf(html, name, selector).map(({ name, value }) => [name, textOf([value]).trim()]);

describe('labelled fields', () => {
  it.each([
    ['cells of a table', '<tr><td class="l">Автор</td> <td>Нина</td></tr>', 'td', '.l'],
    ['terms', '<dl><dt>Автор:</dt><dd>Нина</dd></dl>', 'dt', undefined],
    ['Drupal fields', '<div class="l">Автор:&nbsp;</div><div>Нина</div>', 'div', '.l'],
  ])('are read from %s', (_, html, name, selector) => expect(read(html, name, selector)).toEqual([['Автор', 'Нина']]));

  it('without a value after the label are none', () => {
    expect(read('<table><tr><td class="l">Автор</td></tr><tr><td>Нина</td></tr></table>', 'td', '.l')).toEqual([]);
  });

  it('are found by name, the first of it', () => {
    const fields = fieldsOf('<dt>A:<dd>1<dt>B:<dd>2<dt>A:<dd>3', 'dt');
    expect(textOf([fieldNamed(fields, 'A')?.value ?? []].flat())).toBe('1');
    expect(fieldNamed(fields, 'constructor')).toBeUndefined();
  });

  it('are at most a hundred, with short names, however the page nests them', () => {
    const nested = read(`${'<div class="l">x<b>'.repeat(200)}${'y '.repeat(9999)}`, 'div', '.l');
    expect(nested.length).toBeLessThanOrEqual(100);
    const many = read('<div class="l">x</div>'.repeat(500), 'div', '.l');
    expect(many).toHaveLength(100);
  });
});
