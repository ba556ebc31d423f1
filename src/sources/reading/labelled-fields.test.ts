import { describe, expect, it } from 'vitest';
import { type OpenPage, openPage, textOf } from './html.ts';
import { fieldNamed, labelledFields } from './labelled-fields.ts';

function open(html: string): OpenPage {
  const page = openPage(html);
  if (page.kind === 'broken') throw new Error(page.reason);
  return page;
}
const read = (html: string, selector: string) =>
  labelledFields(open(html), selector).map(({ name, value }) => [name, textOf([value]).trim()]);

describe('labelled fields', () => {
  it.each([
    ['cells of a table', '<tr><td class="l">Автор</td> <td>Нина</td></tr>', 'td.l'],
    ['terms', '<dl><dt>Автор:</dt><dd>Нина</dd></dl>', 'dt'],
    ['Drupal fields', '<div class="l">Автор:&nbsp;</div><div>Нина</div>', '.l'],
  ])('are read from %s', (_, html, selector) => expect(read(html, selector)).toEqual([['Автор', 'Нина']]));

  it('without a value after the label are none', () => {
    expect(read('<table><tr><td class="l">Автор</td></tr><tr><td>Нина</td></tr></table>', 'td.l')).toEqual([]);
  });

  it('are found by name, the first of it', () => {
    const fields = labelledFields(open('<dt>A:<dd>1<dt>B:<dd>2<dt>A:<dd>3'), 'dt');
    expect(textOf([fieldNamed(fields, 'A')?.value ?? []].flat())).toBe('1');
    expect(fieldNamed(fields, 'constructor')).toBeUndefined();
  });

  it('are at most a hundred, with short names, however the page nests them', () => {
    const nested = read(`${'<div class="l">x<b>'.repeat(200)}${'y '.repeat(9999)}`, '.l');
    expect(nested.length).toBeLessThanOrEqual(100);
    const many = read('<div class="l">x</div>'.repeat(500), '.l');
    expect(many).toHaveLength(100);
  });
});
