import { describe, expect, it } from 'vitest';
import { answerFromXml } from './ifdb-xml.ts';

describe('IFDB’s iFiction in the shape of its JSON', () => {
  it('has lists where JSON has them, and texts in HTML', () => {
    const text = `<ifindex><story><identification><ifid>A</ifid><ifid>B</ifid></identification>
      <bibliographic><title>M &amp; N</title><description>a<br/>b</description></bibliographic><contact><url>https://a.example/?x&amp;y</url></contact>
      <ifdb><downloads><links><link><url>https://a.example/?x&amp;y</url><title>1 &lt; 2</title><isGame/></link></links></downloads></ifdb></story></ifindex>`;
    expect(answerFromXml(text)).toEqual({
      identification: { ifids: ['A', 'B'] },
      bibliographic: { title: 'M &amp; N', description: 'a<br>b' },
      contacts: { url: 'https://a.example/?x&y' },
      ifdb: { downloads: { links: [{ url: 'https://a.example/?x&y', title: '1 &lt; 2', isGame: true }] }, tags: [] },
    });
  });

  it('keeps parts that JSON does not have, so that they are told', () => {
    expect(answerFromXml('<ifindex><mood>calm</mood><story><colour>red</colour></story></ifindex>')).toMatchObject({
      'ifindex.mood': true,
      colour: 'red',
    });
  });

  it('gives IFDB’s reason when there is no game, and null for anything else', () => {
    expect(answerFromXml('<viewgame><errorMessage>gone</errorMessage></viewgame>')).toEqual({ errorMessage: 'gone' });
    expect(['<html><body>busy</body></html>', '', '<'.repeat(10_000)].map(answerFromXml)).toEqual([null, null, null]);
  });
});
