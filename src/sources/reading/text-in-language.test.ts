import { expect, it } from 'vitest';
import { parseHtml } from './html.ts';
import { textInLanguage } from './text-in-language.ts';

const read = (html: string) => textInLanguage(parseHtml(html).tree.children, 'http://a.example/');

it('guesses the language from the words, not from the addresses of links', () => {
  const text = '[да](http://a.example/very/long/address/in/latin/letters)';
  expect(read('<a href="/very/long/address/in/latin/letters">да</a>')).toEqual([{ language: 'ru', text }]);
});

it('is none where there is no text', () => expect(read(' <p> </p><script>x</script>')).toEqual([]));
