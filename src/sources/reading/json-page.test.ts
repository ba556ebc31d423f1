import { expect, it } from 'vitest';
import { openJson } from './json-page.ts';

const url = 'https://api.example/games/1';

it('opens JSON of any kind, with a byte order mark or without', () => {
  expect(openJson(url, '\ufeff{"a":1}', 'Example')).toEqual({ kind: 'json', value: { a: 1 } });
  expect(openJson(url, 'null', 'Example')).toEqual({ kind: 'json', value: null });
});

it('says in one sentence what came instead', () => {
  expect(openJson(url, '<html>Sorry</html>', 'Example')).toEqual({
    kind: 'broken',
    reason: expect.stringMatching(/^https:\/\/api\.example\/games\/1 holds no JSON \(.+\): .+ Example .+\.$/),
  });
});
