import { describe, expect, it } from 'vitest';
import { readIfiction } from './ifiction.ts';

const storyOf = (inside: string) => {
  const document = readIfiction(`<ifindex>${inside}</ifindex>`);
  return document.kind === 'stories' ? document.stories : document.reason;
};
const draft = (header: string) => storyOf(`<story><id><zcode>${header}</zcode></id><title>Moth</title></story>`);

describe('an iFiction document', () => {
  it('gives each story as the parts it has, one space for all white space, a line for <br/>', () => {
    const inside =
      '<story><bibliographic><title>A\n  B</title><description>a\n b <br/> c</description></bibliographic></story>';
    expect(storyOf(inside)).toEqual([{ bibliographic: { title: 'A B', description: 'a b\nc' } }]);
  });

  it('tells what stands beside the stories, and that its end is missing', () => {
    const story = '<story><mood>calm</mood></story>';
    const read = readIfiction(`<ifindex><tale>x</tale>${story}${story}`);
    expect(read).toEqual({
      kind: 'stories',
      stories: [{ mood: 'calm' }],
      others: ['ifindex.tale', 'the document ends without </ifindex>: its last story is left out'],
    });
  });

  it('does not take the address of a story in a player’s notes for a story', () => {
    const inside = '<story><annotation><zoom><story>file:///x</story></zoom></annotation></story>';
    expect(storyOf(inside)).toHaveLength(1);
  });

  it.each([
    ['', /no XML/],
    ['<rss/>', /holds <rss>, not <ifindex>/],
    ['<ifindex/>', /no <story>/],
    ['<ifindex><story><title>M', /may be cut/],
  ])('is broken otherwise: %s', (text, reason) => {
    expect(readIfiction(text)).toEqual({ kind: 'broken', reason: expect.stringMatching(reason) });
  });
});

describe('a draft of before the Treaty', () => {
  it.each([
    ['<serial>040930</serial><release>1</release><checksum>7e3</checksum>', 'ZCODE-1-040930-07E3'],
    ['<serial>851218</serial><release>97</release><checksum>1234</checksum>', 'ZCODE-97-851218'],
    ['<serial>000000</serial><release>67</release>', 'ZCODE-67-000000'],
    ['<serial>UG3AU5</serial><release>15</release>', 'ZCODE-15-UG3AU5'],
    ['<serial>040930</serial><release>1</release>', undefined],
    ['<serial>040930</serial>', undefined],
  ])('%s has the IFID that the Treaty makes of a header: %s', (header, ifid) => {
    expect(draft(header)).toMatchObject([{ identification: { ifid: ifid === undefined ? [] : [ifid] } }]);
  });
});
