/** Records in any number from a real list: each further round speaks another dialect, and slips of the pen are strewn in. */
export type Record = {
  id: string;
  source: string;
  title: string;
  releaseDate?: string;
  publishers?: string[];
  platforms?: string[];
};

/** Mulberry32: small, seeded, the same everywhere. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

const vowels = 'aeiou';

/** The same words with other vowels and endings: a vocabulary of its own for each round. */
function dialect(title: string, round: number): string {
  if (round === 0) return title;
  const ending = round.toString(36);
  const spoken = title.replace(/[a-z]{3,}/gi, (word) => {
    const moved = word.replace(/[aeiou]/g, (vowel) => vowels.charAt((vowels.indexOf(vowel) + round) % 5));
    return round < 5 ? moved : `${moved}${ending}`;
  });
  return spoken === title ? `${title} Z${ending}` : spoken;
}

function slip(title: string, random: () => number): string {
  const at = 1 + Math.floor(random() * Math.max(1, title.length - 2));
  switch (Math.floor(random() * 4)) {
    case 0:
      return title.slice(0, at) + title.slice(at + 1);
    case 1:
      return `${title.slice(0, at)}${title.charAt(at + 1)}${title.charAt(at)}${title.slice(at + 2)}`;
    case 2:
      return title.replace(/^The (.+?)( \(|$)/, '$1, The$2');
    default:
      return title.replace(/ \([^)]*\)$/, '');
  }
}

/** `count` records, one after another; every tenth title has a slip. */
export function* varied(real: readonly Record[], count: number, seed: number): Generator<Record> {
  const random = seeded(seed);
  for (let index = 0; index < count; index++) {
    const round = Math.floor(index / real.length);
    const record = real[index % real.length] as Record;
    const spoken = dialect(record.title, round);
    yield { ...record, id: `${record.id}#${round}`, title: random() < 0.1 ? slip(spoken, random) : spoken };
  }
}
