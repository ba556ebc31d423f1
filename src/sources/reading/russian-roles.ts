/**
 * What people did for a game, as Russian sites name it: «Автор», «Художники», «Перевод» → roles of the catalogue.
 */
import type { Role } from '../../domain/record.ts';

const words: [RegExp, Role][] = [
  [/^автор(ы|ство)?$/, 'author'],
  [/^автор(ы)? (оригинала|оригинальной игры)$/, 'orig_author'],
  [/^(художни(к|ки|ца|цы)|иллюстратор(ы)?|иллюстрации|графика)$/, 'artist'],
  [/^(композитор(ы)?|музыка|звук|автор(ы)? музыки)$/, 'composer'],
  [/^(переводчи(к|ки|ца|цы)|перевод|перев[её]л(а|и)?)$/, 'translator'],
  [/^(порт|портировани[ея]|портировал(а|и)?|автор(ы)? порта)$/, 'porter'],
  [/^(программист(ы)?|программирование|код|кодер(ы)?)$/, 'programmer'],
  [/^(тестер(ы)?|тестировщи(к|ки|ца|цы)|тестирование|бета-тестер(ы)?)$/, 'tester'],
  [/^(озвучка|озвучивание|озвучил(а|и)?)$/, 'voiceover'],
  [/^(издатель|издатели|издательство)$/, 'publisher'],
  [/^участник(и)?$/, 'member'],
];

/** The role a label names; null when it names none, or one that the catalogue does not know. */
export function russianRole(label: string): Role | null {
  const word = label.toLowerCase().replace(/\s+/g, ' ').replace(/\s*:$/, '').trim();
  return words.find(([form]) => form.test(word))?.[1] ?? null;
}
