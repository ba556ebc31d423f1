import { describe, expect, it } from 'vitest';
import { parseHtml } from './html.ts';
import { shortTextOf } from './short-text.ts';

const read = (html: string, most?: number) => shortTextOf(parseHtml(html).tree.children, most);

describe('a short text', () => {
  it('is the text under nodes, without scripts', () => {
    expect(read('a <b>b<i>c</i></b><br>d<script>e</script>')).toBe('a bc\nd');
  });

  it('ends after so many nodes: the page around it is not read', () => {
    expect(read('<b>1</b><b>2</b><b>3</b>', 4)).toBe('12');
    expect(read('<i>x</i>'.repeat(10_000))).toHaveLength(50);
  });
});
