/**
 * Writes text into which white space runs fold and breaks are held back until something follows them; the state behind
 * the old importer's Markdown.
 */
import { collapseSpaces } from './python-text.ts';

export class TextWriter {
  #parts: string[] = [];
  #isStart = true;
  #space = false;
  #breaks = 0;
  #breakMark = '';
  #endsLine = false;
  quoteDepth = 0;
  inPre = false;
  inList = false;
  /** `<pre>` has begun and nothing of it is written yet. */
  beginsPre = false;

  /** A paragraph ends here. */
  paragraph(): void {
    this.#breaks = 2;
  }

  /** A line ends here; `mark` is what the line ends with. */
  line(mark = ''): void {
    if (this.#breaks === 0) this.#breaks = 1;
    if (mark) this.#breakMark = mark;
  }

  /** What follows stands at the beginning: white space and breaks before it are forgotten. */
  start(): void {
    this.#isStart = true;
  }

  forgetBreaks(): void {
    this.#breaks = 0;
  }

  forgetSpace(): void {
    this.#space = false;
  }

  last(): string | undefined {
    return this.#parts.at(-1);
  }

  dropLast(): void {
    this.#parts.pop();
  }

  /** Text of the page: its white space folds. */
  text(written: string): void {
    if (this.inPre) {
      this.mark(written);
      return;
    }
    const folded = collapseSpaces(written);
    if (folded.startsWith(' ')) this.#space = true;
    this.mark(folded.replace(/^ /, ''));
  }

  /** Text of ours, as it is; `force`: even where it is empty, or a quote's own sign. */
  mark(written: string, force = false): void {
    if (written === '' && !force) return;
    let text = this.beginsPre && !/^\r?\n/.test(written) ? `\n${written}` : written;
    const before = this.#linePrefix(force && text.startsWith('>'));
    if (this.inPre) text = text.replaceAll('\n', `\n${before}`);
    if (this.beginsPre) {
      this.beginsPre = false;
      if (this.inList) text = text.replace(/^\n+/, '');
    }
    if (this.#isStart) {
      this.#space = false;
      this.#breaks = 0;
      this.#isStart = false;
    }
    if (this.#breaks > 0) {
      this.#parts.push(`${this.#breakMark}\n${before}`.repeat(this.#breaks));
      this.#space = false;
      this.#breakMark = '';
    }
    if (this.#space && !this.#endsLine) this.#parts.push(' ');
    this.#space = false;
    this.#breaks = 0;
    this.#parts.push(text);
    this.#endsLine = text.endsWith('\n');
  }

  end(after = ''): string {
    return `${this.#parts.join('')}\n${after}`;
  }

  #linePrefix(isQuoteSign: boolean): string {
    const quote = this.quoteDepth > 0 && !isQuoteSign ? `${'>'.repeat(this.quoteDepth)} ` : '>'.repeat(this.quoteDepth);
    return this.inPre ? `${quote}    ` : quote;
  }
}
