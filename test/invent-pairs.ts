/** Labelled pairs of invented products for tests: most matches differ in wording, most others in one word that matters. */
import { seeded } from '../src/pipeline/match/seeded.ts';
import type { LabelledPair } from '../src/pipeline/match/train-model.ts';

const makers = ['Novak', 'Harbour Press', 'Cold Iron', 'Lunina'];
const names = 'Lighthouse Orchard Meridian Tinker Saltmarsh Bellows Quarry Foxglove Anvil Lantern'.split(' ');
const kinds = ['Studio', 'Atlas', 'Planner', 'Tutor'];
/** Words that make another product, and words that do not. */
const other = ['upgrade', 'academic', 'server'];
const noise = ['boxed', 'retail', 'english'];

/** Every third pair is one product; fields are title, brand and price. */
export function inventPairs(count: number, seed: number): LabelledPair[] {
  const random = seeded(seed);
  const any = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  return Array.from({ length: count }, (_, index) => {
    const same = index % 3 === 0;
    const [maker, name, kind] = [any(makers), any(names), any(kinds)];
    const version = 1 + Math.floor(random() * 9);
    const price = 10 + Math.floor(random() * 90);
    const left = { title: `${name} ${kind} ${version}`, brand: maker, price: String(price) };
    const wording =
      random() < 0.5 ? `${maker} ${name} ${kind} ${version}.0` : `${name} ${kind.slice(0, 4)} v${version}`;
    let title = random() < 0.6 ? `${wording} ${any(noise)}` : wording;
    if (!same) title = random() < 0.5 ? title.replace(String(version), String(version + 1)) : `${title} ${any(other)}`;
    return { left, right: { title, brand: '', price: random() < 0.3 ? '' : price + Math.floor(random() * 9) }, same };
  });
}
