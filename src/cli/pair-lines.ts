/** Reading a file of pairs for `link train` and `link score`: bad lines are told one by one, counted, and left out. */
import { type PairLine, readPairLine } from '../pipeline/match/labelled-pair.ts';
import { readJsonLines } from '../platform/json-lines.ts';
import { count, note } from './screen.ts';

/** So many bad lines are told in full; of the others only how many there are. */
const mostTold = 10;

export class PairLines {
  read = 0;
  bad = 0;
  readonly #path: string;
  readonly #needsLabel: boolean;

  constructor(path: string, needsLabel: boolean) {
    this.#path = path;
    this.#needsLabel = needsLabel;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<{ pair: PairLine; value: Record<string, unknown> }> {
    for await (const { value, line } of readJsonLines(this.#path, (sentence) => this.#tell(sentence))) {
      const pair = readPairLine(value);
      const wrong = 'wrong' in pair ? pair.wrong : this.#needsLabel && pair.label === null ? 'it has no label' : null;
      if (wrong !== null || 'wrong' in pair) {
        this.#tell(`${this.#path}, line ${line} cannot be used: ${wrong}.`);
        continue;
      }
      this.read += 1;
      yield { pair, value: value as Record<string, unknown> };
    }
    if (this.bad > mostTold) note(`… and ${count(this.bad - mostTold, 'more bad line')}.`);
  }

  #tell(sentence: string): void {
    this.bad += 1;
    if (this.bad <= mostTold) note(sentence);
  }
}
