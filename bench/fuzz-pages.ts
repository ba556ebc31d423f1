/** The pages of a fuzz run by their number, and what a reading of one of them amounts to. */
import { damage, randomFrom } from '../src/sources/damage-page.ts';
import { wrongsOf } from '../src/sources/judge-reading.ts';
import { loadFixtures, read } from '../src/sources/load-fixtures.ts';

export type FuzzFixture = Awaited<ReturnType<typeof loadFixtures>>[number];
export type Failure = { source: string; index: number; kind: 'throw' | 'hang' | 'fault'; what: string; text: string };
export type SourceTally = { source: string; pages: number; ms: number; slowestMs: number; broken: number };

export const startOf = (source: string): SourceTally => ({ source, pages: 0, ms: 0, slowestMs: 0, broken: 0 });

/** The bar for one page of ordinary size. */
const mostMs = 1000;
const most = 60_000;

/** The saved pages to damage, of one source or of all; huge ones are left to the bench. */
export async function fuzzFixtures(source: string | undefined): Promise<FuzzFixture[]> {
  const all = await loadFixtures();
  return all.filter((each) => each.page.text.length < most && (source === undefined || each.source.name === source));
}

/** Page `index` of a run: sources take turns, whatever number of saved pages they have. */
export function damagedPage(
  fixtures: FuzzFixture[],
  seed: number,
  index: number,
): { fixture: FuzzFixture; text: string } {
  const names = [...new Set(fixtures.map(({ source }) => source.name))];
  const random = randomFrom(Math.imul(seed, 2_654_435_761) ^ Math.imul(index + 1, 40_503_001));
  const own = fixtures.filter(({ source }) => source.name === names[index % names.length]);
  const fixture = own[Math.floor(random() * own.length)] ?? own[0];
  if (fixture === undefined) throw new Error('There is no page to damage.');
  return {
    fixture,
    text: damage(
      fixture.page.text,
      random,
      fixtures.map(({ page }) => page.text),
    ),
  };
}

export type Judgement = { kind: 'fine' | 'broken' | Failure['kind']; what: string; ms: number };

/** Reads a page as the fixture's source would and says what came of it. */
export function judge(fixture: FuzzFixture, text: string): Judgement {
  const start = performance.now();
  try {
    fixture.source.beside?.({ ...fixture.page, text });
    const reading = read(fixture, text);
    const ms = performance.now() - start;
    const [wrong] = wrongsOf(fixture.source, reading);
    if (wrong !== undefined) return { kind: 'fault', what: wrong.slice(0, 300), ms };
    if (ms > mostMs && again(fixture, text) > mostMs) return { kind: 'hang', what: `took ${Math.round(ms)} ms`, ms };
    return { kind: reading.kind === 'broken' ? 'broken' : 'fine', what: '', ms };
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message).slice(0, 600) : String(error);
    return { kind: 'throw', what, ms: performance.now() - start };
  }
}

/** The machine may have been busy elsewhere: the best of three counts. */
function again(fixture: FuzzFixture, text: string): number {
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    read(fixture, text);
    return performance.now() - start;
  });
  return Math.min(...times);
}

/** The page with all taken away that is not needed to fail in the same way. */
export function smallest(fixture: FuzzFixture, failing: string, kind: Failure['kind']): string {
  const first = judge(fixture, failing).what.slice(0, 12);
  let text = failing;
  let tries = 2000;
  for (let size = text.length >> 1; size >= 1 && tries > 0; size >>= 1) {
    for (let at = 0; at < text.length && tries > 0; tries -= 1) {
      const shorter = text.slice(0, at) + text.slice(at + size);
      const judged = judge(fixture, shorter);
      if (judged.kind === kind && judged.what.startsWith(first)) text = shorter;
      else at += size;
    }
  }
  return text;
}
