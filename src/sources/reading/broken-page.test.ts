import { expect, it } from 'vitest';
import { brokenPage } from './broken-page.ts';

it('says in one sentence what is wrong, where, and what to do, however long the address', () => {
  expect(brokenPage('http://a.example/b', 'has no title (<h1>)')).toEqual({
    kind: 'broken',
    reason: 'http://a.example/b has no title (<h1>): look whether its layout changed.',
  });
  expect(brokenPage(`http://a.example/\n${'b'.repeat(3000)}`, 'is gone', 'leave it').reason).toMatch(
    /^[^\n]{20,600}\.$/,
  );
});
