/** Records in any number from a real list: each further round speaks another dialect, and slips of the pen are strewn in. */
import { seeded } from '../src/pipeline/match/seeded.ts';

export type Record = {
  id: string;
  source: string;
  title: string;
  releaseDate?: string;
  publishers?: string[];
  platforms?: string[];
};

const vowels = 'aeiou';

/**
 * The name's words with other vowels and endings: a vocabulary of its own for each round. What stands in brackets (regions,
 * disks, platforms) is no name and stays.
 */
function dialect(title: string, round: number): string {
  if (round === 0) return title;
  const ending = round < 5 ? '' : String.fromCharCode(97 + (round % 26)).repeat(1 + Math.floor(round / 26));
  const [name = ''] = title.match(/^[^([]+/) ?? [];
  const spoken = name.replace(
    /[a-z]{3,}/gi,
    (word) => word.replace(/[aeiou]/g, (vowel) => vowels.charAt((vowels.indexOf(vowel) + round) % 5)) + ending,
  );
  return `${spoken === name ? `${name.trimEnd()} Z${'z'.repeat(round)} ` : spoken}${title.slice(name.length)}`.trimEnd();
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
