import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessLanguage, languageTag, languageTags } from './languages.ts';

describe('a language', () => {
  it.each([
    ['en', 'en'],
    ['pt_BR', 'pt-BR'],
    ['EN-us', 'en-US'],
    ['jp', 'ja'],
    ['ua', 'uk'],
    ['sr@latin', 'sr-Latn'],
    ['ca@valencia', 'ca-valencia'],
    ['de_DE.UTF-8', 'de-DE'],
    ['zh-Hans', 'zh-Hans'],
    ['C', 'en'],
    ['deu', 'de'],
    ['ger', 'de'],
    ['iw', 'he'],
  ])('is known by the code %s: %s', (text, expected) => expect(languageTag(text)).toBe(expected));

  it.each([
    ['English', 'en'],
    ['english (US)', 'en'],
    ['Castilian', 'es'],
    ['Brazilian Portuguese', 'pt-BR'],
    ['русский', 'ru'],
    ['Русский язык', 'ru'],
    ['украинский', 'uk'],
    ['Deutsch', 'de'],
    ['українська мова', 'uk'],
  ])('is known by the name %s: %s', (text, expected) => expect(languageTag(text)).toBe(expected));

  it.each(['', 'xx', 'und', 'mul', 'Elvish of some kind', 'constructor', '__proto__', 'en-XA', '<en>'])(
    '“%s” is none',
    (text) => expect(languageTag(text)).toBeNull(),
  );

  it('makes no text throw', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => languageTag(text) === null || Intl.getCanonicalLocales(languageTag(text) ?? '').length === 1,
      ),
    );
  });
});

describe('a list of languages', () => {
  it.each([
    ['English, Castilian (en, es)', ['en', 'es']],
    ['French, English (fr, en)', ['fr', 'en']],
    ['Russian (ru)', ['ru']],
    ['English (en-US)', ['en-US']],
    ['English and German', ['en', 'de']],
    ['русский, английский', ['ru', 'en']],
    ['en', ['en']],
    ['en, en', ['en']],
    ['Portuguese (Brazil)', ['pt-BR']],
    ['nonsense', []],
    ['', []],
  ])('%s → %j', (text, expected) => expect(languageTags(text)).toEqual(expected));
});

describe('the language of a long text', () => {
  it.each([
    [
      'You are the keeper of a lighthouse that stands on no map. Find out who lit the lamp before the fog comes in.',
      'en',
    ],
    ['Du hütest einen Leuchtturm, der auf keiner Karte steht. Finde heraus, wer die Lampe entzündet hat.', 'de'],
    ['Vous gardez un phare qui ne figure sur aucune carte. Découvrez qui a allumé la lampe avant la brume.', 'fr'],
    ['Eres el guardián de un faro que no aparece en ningún mapa. Averigua quién encendió la lámpara.', 'es'],
    ['Sei il guardiano di un faro che non si trova su nessuna mappa. Scopri chi ha acceso la lampada.', 'it'],
    ['Jesteś strażnikiem latarni, której nie ma na żadnej mapie. Dowiedz się, kto zapalił lampę przed mgłą.', 'pl'],
    ['Jsi strážcem majáku, který není na žádné mapě. Zjisti, kdo rozsvítil lampu, než přijde mlha.', 'cs'],
    [
      'Je bent de wachter van een vuurtoren die op geen enkele kaart staat. Ontdek wie de lamp heeft aangestoken.',
      'nl',
    ],
    ['あなたは地図にない灯台の番人です。霧が来る前に誰が灯りをつけたか調べましょう。', 'ja'],
    ['你是一座地图上没有的灯塔的看守人。', 'zh'],
    ['당신은 지도에 없는 등대의 등대지기입니다.', 'ko'],
    ['Είσαι ο φύλακας ενός φάρου που δεν υπάρχει σε κανέναν χάρτη.', 'el'],
    ['אתה שומר המגדלור שאינו מופיע בשום מפה.', 'he'],
  ])('%s: %s', (text, expected) => expect(guessLanguage(text)).toBe(expected));

  it.each([
    'Lorem ipsum dolor 12 34',
    'zxq kvw '.repeat(30),
    'https://somewhere.example/the/keeper/of/the/lighthouse/and/the/lamp/that/was/lit/by/the/fog',
    'Anda adalah penjaga mercusuar yang tidak ada di peta mana pun. Cari tahu siapa yang menyalakan lampu.',
    'Сен картада жоқ маяктың күзетшісісің. Тұман түскенше шамды кім жаққанын біл.',
    `${'Пазачът на фара гледа морето и чака кораба, а вятърът носи мъгла към брега. '.repeat(5)}`,
  ])('is left unknown where it cannot be told: %.60s', (text) => expect(guessLanguage(text)).toBeNull());

  it('makes no text throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => (guessLanguage(text) ?? '').length < 4),
    );
  });
});

describe('the language of a text, by its letters', () => {
  it.each([
    ['Смотрителя нет, а свет горит.', 'ru'],
    ['Їжак і ґава живуть у лісі.', 'uk'],
    ['Ён прыйшоў у горад і знік.', 'be'],
    ['Гэта гісторыя пра маяк і людзей, якія там жылі.', 'be'],
    ['Перевод рассказа, который написал Быкаў, выйдет и в этом году.', 'ru'],
    ['Играйте в INSTEAD.', 'ru'],
    ['A lighthouse on no map.', null],
    ['The Маяк of many words in English', null],
    ['Волим те, љубави.', null],
    ['2018 …', null],
    ['', null],
  ])('%s: %s', (text, expected) => expect(guessLanguage(text)).toBe(expected));
});
