import { describe, expect, it } from 'vitest';
import { childElements, elementsIn, nextElement, openSitePage } from './page-elements.ts';

function open(html: string) {
  const page = openSitePage(html);
  if (page.kind === 'broken') throw new Error(page.reason);
  return page;
}
const ids = (elements: { attribs: Record<string, string> }[]) => elements.map(({ attribs }) => attribs.id);
const html = '<div id="1"><p id="2" class="x">a<b id="3">b</b></p></div> <p id="4">c</p><i id="5"></i>';

describe('elements of a page', () => {
  const { pick } = open(html);

  it('are picked by name in the order of the page, then by selector', () => {
    expect(ids(pick('p'))).toEqual(['2', '4']);
    expect(ids(pick('p', '.x'))).toEqual(['2']);
    expect(ids(pick('p', 'div p'))).toEqual(['2']);
    expect(ids(pick('b i'))).toEqual(['3', '5']);
    expect(pick('constructor')).toEqual([]);
  });

  it('are found under other elements, these included', () => {
    expect(ids(elementsIn(pick('div')))).toEqual(['1', '2', '3']);
    expect(ids(elementsIn(pick('div'), 'b', 'i'))).toEqual(['3']);
  });

  it('have neighbours and children that are elements', () => {
    const [first] = pick('p');
    expect(ids(first ? childElements(first) : [])).toEqual(['3']);
    expect(pick('p').map((each) => nextElement(each)?.attribs.id)).toEqual([undefined, '5']);
    expect(pick('div').map((each) => nextElement(each)?.attribs.id)).toEqual(['4']);
  });

  it('are found as fast as there are many of them, side by side or one within the other', () => {
    expect(open('<i></i>'.repeat(100_000)).pick('i')).toHaveLength(100_000);
    expect(open('<i>'.repeat(590)).pick('i')).toHaveLength(590);
  });

  it('in menus, heads, feet and forms are known and not told as unread', () => {
    const page = open('<nav>1</nav><div><header>2</header>3<form>4</form></div><footer>5</footer>');
    expect(page.unread()).toEqual(['div: 3']);
  });

  it('of a page that nests too deep are none', () => expect(openSitePage('<div>'.repeat(10_000)).kind).toBe('broken'));
});
