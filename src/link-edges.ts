/** Pairs that may be one game, with their scores, in typed arrays: there may be millions. */
import type { Matchable, Traits } from './pipeline/match/traits.ts';

/** Of two records of one source the better must be better by so many bits. */
const gapBits = 1;

export class Edges {
  size = 0;
  #from = new Uint32Array(1024);
  #to = new Uint32Array(1024);
  #score = new Float32Array(1024);

  /** `score`: the log2 of the odds. */
  add(from: number, to: number, score: number): void {
    if (this.size === this.#from.length) {
      const grow = <T extends Uint32Array | Float32Array>(old: T, fresh: T): T => {
        fresh.set(old);
        return fresh;
      };
      this.#from = grow(this.#from, new Uint32Array(this.size * 2));
      this.#to = grow(this.#to, new Uint32Array(this.size * 2));
      this.#score = grow(this.#score, new Float32Array(this.size * 2));
    }
    this.#from[this.size] = from;
    this.#to[this.size] = to;
    this.#score[this.size] = score;
    this.size += 1;
  }

  at(edge: number): { from: number; to: number; score: number } {
    return { from: this.#from[edge] ?? 0, to: this.#to[edge] ?? 0, score: this.#score[edge] ?? 0 };
  }

  /** Pairs that are not clearly the best of their record with that source. Parts of one package are no second records. */
  seconds(records: readonly Matchable[], traits: (record: number) => Traits): (edge: number) => boolean {
    const best = new Map<string, [number, number]>();
    const isPart = (record: number) => traits(record).titles[0]?.isPart === true;
    const sides = (edge: number) => {
      const { from, to, score } = this.at(edge);
      return [
        { key: `${from} ${records[to]?.source}`, score, part: isPart(to) },
        { key: `${to} ${records[from]?.source}`, score, part: isPart(from) },
      ];
    };
    for (let edge = 0; edge < this.size; edge++) {
      for (const { key, score, part } of sides(edge)) {
        if (part) continue;
        const [first, next] = best.get(key) ?? [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
        best.set(key, score > first ? [score, first] : [first, Math.max(next, score)]);
      }
    }
    return (edge) =>
      sides(edge).some(({ key, score, part }) => {
        const [first, next] = best.get(key) ?? [score, Number.NEGATIVE_INFINITY];
        return !part && (score < first || first - next < gapBits);
      });
  }
}
