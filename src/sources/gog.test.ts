import { describe, expect, it } from 'vitest';
import { gog } from './gog.ts';

const product = 'https://api.gog.com/products/1207659235';

describe('the source gog', () => {
  it.each([product, `${product}?expand=description`, 'https://api.gog.com/v2/games/1207659235?locale=en-US'])(
    'claims %s, as one product',
    (url) => {
      expect([gog.claims(url), gog.key(url)]).toEqual([true, '1207659235']);
    },
  );

  it.each([
    'https://www.gog.com/en/game/project_eden',
    'https://www.gog.com/game/Project_Eden?pp=x',
    'http://gog.com/pt-br/game/project-eden/',
  ])('claims %s, as one page of the shop', (url) => {
    expect([gog.claims(url), gog.key(url)]).toEqual([true, 'game/project_eden']);
  });

  it.each([
    'https://www.gog.com/',
    'https://www.gog.com/en/games',
    'https://www.gog.com/forum/project_eden',
    'https://api.gog.com/products/',
    'https://api.gog.com.evil.example/products/1',
  ])('leaves %s to others', (url) => expect(gog.claims(url)).toBe(false));

  it('asks for a product in full, and for what only the second API tells', () => {
    expect(gog.request?.(product, {}).url).toBe(
      `${product}?expand=downloads,description,screenshots,videos&locale=en-US`,
    );
    expect(gog.beside?.({ url: product, text: '{}' })).toEqual([
      'https://api.gog.com/v2/games/1207659235?locale=en-US',
    ]);
  });

  it('asks for a page of the shop as it is, and for nothing beside', () => {
    const url = 'https://www.gog.com/en/game/project_eden';
    expect([gog.request?.(url, {}), gog.beside?.({ url, text: '' })]).toEqual([{ url }, []]);
  });

  it('reads a product without what could not be had beside it', () => {
    const text = '{"id":1207659235,"title":"Eden"}';
    const address = 'https://api.gog.com/v2/games/1207659235?locale=en-US';
    const beside = new Map([[address, { url: address, text: '<html>' }]]);
    expect(gog.extract({ url: product, text, beside })).toEqual(gog.extract({ url: product, text }));
  });
});
