/** A recorded web of any size, made by a seeded generator: instead-games.ru with its listing and a page a game. */
const wordsOf = [
  'маяк',
  'остров',
  'тень',
  'город',
  'лиса',
  'дом',
  'море',
  'снег',
  'тайна',
  'путь',
  'ночь',
  'письмо',
  'сон',
  'река',
  'башня',
  'сад',
  'ключ',
  'зеркало',
  'поезд',
  'часы',
];

/** A small linear congruential generator: the same pages every time. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export function makePages(count: number): { listing: string; pages: Map<string, string> } {
  const next = random(42);
  const word = () => wordsOf[Math.floor(next() * wordsOf.length)] ?? '';
  const sentence = () => `${Array.from({ length: 12 }, word).join(' ')}.`;
  const pages = new Map<string, string>();
  const rows: string[] = [];
  for (let id = 1; id <= count; id++) {
    const title = `${word()} ${word()} ${id}`;
    rows.push(
      `<game><name>g${id}</name><title>${title}</title><version>1.0</version><url>http://instead-games.ru/download/g${id}.zip</url><size>1</size><lang>ru</lang><descurl>http://instead-games.ru/game.php?ID=${id}</descurl></game>`,
    );
    const text = Array.from({ length: 8 }, sentence).join(' ');
    pages.set(
      `/game.php?ID=${id}`,
      `<!doctype html><html><head><title>${title}</title></head><body><div id="menu">${'<a href="/">games</a> '.repeat(20)}</div><h2>${title}</h2><div class="gamedsc">${text}<br><b>${sentence()}</b></div><div id="screenshots"><a href="x"><img class="border" src="/img/${id}.png"></a></div><div id="panel"><b>Автор</b>: ${word()} ${id % 900}<br><b>Дата</b>: 20${10 + (id % 15)}.0${1 + (id % 9)}.11<br><a href="instead-games.ru/download/g${id}.zip">Скачать</a> <a href="/instead-em/g${id}">Играть онлайн</a></div></body></html>`,
    );
  }
  return {
    listing: `<?xml version="1.0" encoding="UTF-8"?><game_list version="1.0">${rows.join('')}</game_list>`,
    pages,
  };
}
