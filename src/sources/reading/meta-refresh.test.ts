import { describe, expect, it } from 'vitest';
import { metaRefresh } from './meta-refresh.ts';

const leads = (text: string) => metaRefresh({ url: 'http://forum.example/file.php?fid=1', text });

describe('a page that only leads on', () => {
  it.each([
    ['<meta http-equiv="refresh" content="0; URL=http://cdn.example/a.zip">', 'http://cdn.example/a.zip'],
    ['<html><META content="3;url = \'/b.zip\'" HTTP-EQUIV="Refresh"></html>', 'http://forum.example/b.zip'],
    ['<meta http-equiv=refresh content="0;URL=c.zip?a=1&amp;b=2">', 'http://forum.example/c.zip?a=1&b=2'],
  ])('%s → %s', (text, to) => expect(leads(text)).toBe(to));

  it.each([
    '',
    'no tag',
    '<meta http-equiv="refresh" content="30">',
    '<meta http-equiv="refresh" content="0; URL=javascript:alert(1)">',
    '<meta name="x" content="URL=http://cdn.example/a.zip">',
    '<div>'.repeat(10_000),
  ])('but %s does not', (text) => expect(leads(text)).toBeNull());
});
