/**
 * HTML to Markdown as the old importer's library wrote it (contract §3.2), oddities included, so that descriptions can be
 * compared. For a catalogue use `reading/markdown.ts`: this text is not made safe.
 */
import { entityText, hardSpace } from './html-entities.ts';
import { type HtmlToken, tokensOf } from './html-tokens.ts';
import { collapseSpaces, spaces, trimSpaces } from './python-text.ts';
import { TextWriter } from './text-writer.ts';

type Start = Extract<HtmlToken, { kind: 'start' }>;
type Attributes = Start['attributes'];
const none: Attributes = new Map();

/** Deeper lists and quotes than any page has are written as if they were this deep. */
const deepest = 50;

/** Converts a piece of HTML. Never throws. */
export function htmlToText(html: string): string {
  const writer = new HtmlWriter();
  for (const token of tokensOf(html)) {
    if (token.kind === 'text') writer.text(token.text);
    else if (token.kind === 'entity') writer.text(entityText(token.name), true);
    else if (token.kind === 'end') writer.tag(token.name, false, none);
    else {
      writer.tag(token.name, true, token.attributes);
      if (token.closesItself) writer.tag(token.name, false, none);
    }
  }
  return writer.end();
}

const emphasis: Record<string, string> = {
  em: '_',
  i: '_',
  u: '_',
  strong: '**',
  b: '**',
  del: '~~',
  strike: '~~',
  s: '~~',
};
const code = new Set(['code', 'tt', 'kbd']);
/** After emphasis these stay where they are; before all else a space is put. */
const staysClose = new RegExp(`^[\\][(){}${spaces}.!?]`);
const glues = /[^\t-\r !-/:-@[-`{-~]$/;
const absolute = /^[a-z]+:\/\//i;

class HtmlWriter {
  #out = new TextWriter();
  #silent = 0;
  #styles = 0;
  #lists: { ordered: boolean; number: number }[] = [];
  #endedList = false;
  #links: (Attributes | null)[] = [];
  /** The address of a link whose `[` is not written yet. */
  #pending: string | null = null;
  #emptyLink = false;
  #stressBegins = false;
  #stressEnded = false;
  #tag = '';
  #before = '';
  #inCode = false;
  #inQuotes = false;
  #row: { cells: number; open: boolean; first: boolean } = { cells: 0, open: false, first: false };
  #abbreviation: { title: string; text: string } | null = null;
  #abbreviations = new Map<string, string>();

  text(written: string, isEntity = false): void {
    if (written === '') return;
    let text = written;
    if (this.#stressBegins) {
      text = trimSpaces(text);
      this.#stressBegins = false;
      this.#stressEnded = true;
    } else if (this.#stressEnded) {
      const isApart = this.#tag === 'a' || this.#tag === 'code' || this.#tag === 'pre';
      if (!isApart && !staysClose.test(text)) text = ` ${text}`;
      this.#stressEnded = false;
    }
    if (this.#pending !== null) {
      const isAutomatic = this.#pending === text && absolute.test(text);
      if (isAutomatic) this.#write(`<${text}>`);
      else this.#openLink();
      this.#emptyLink = false;
      if (isAutomatic) return;
    }
    if (!this.#inCode && !this.#out.inPre && !isEntity) text = escapeText(text);
    this.#before = text;
    if (this.#abbreviation) this.#abbreviation.text += text;
    if (this.#silent === 0 && this.#styles === 0) this.#out.text(text);
  }

  tag(name: string, start: boolean, attributes: Attributes): void {
    this.#tag = name;
    const producesText = !/^(?:p|div|style|dl|dt|img)$/.test(name);
    if (start && this.#pending !== null && producesText) this.#openLink();
    if (/^h[1-6]$/.test(name)) {
      this.#heading(Number(name[1]), start);
      if (!start) return;
    } else if (name === 'p' || name === 'div') {
      if (this.#links.length === 0 && !this.#row.open) this.#out.paragraph();
    } else if (name in emphasis) this.#emphasise(emphasis[name] ?? '', start);
    else if (code.has(name) && !this.#out.inPre) {
      this.#write('`');
      this.#inCode = !this.#inCode;
    } else if (name === 'ol' || name === 'ul') this.#list(name === 'ol', start, attributes);
    else this.#other(name, start, attributes);
    this.#endedList = name === 'ol' || name === 'ul';
  }

  end(): string {
    const notes = [...this.#abbreviations].map(([text, title]) => `  *[${text}]: ${title}\n`).join('');
    return this.#out.end(notes).replaceAll(hardSpace, ' ');
  }

  #other(name: string, start: boolean, attributes: Attributes): void {
    const out = this.#out;
    if (name === 'br') {
      if (start) this.#write(out.quoteDepth > 0 ? '  \n> ' : '  \n');
    } else if (name === 'hr') {
      if (start) {
        out.paragraph();
        this.#write('* * *');
        out.paragraph();
      }
    } else if (name === 'head' || name === 'script') this.#silent = Math.max(0, this.#silent + (start ? 1 : -1));
    else if (name === 'style') this.#styles = Math.max(0, this.#styles + (start ? 1 : -1));
    else if (name === 'body') this.#silent = 0;
    else if (name === 'blockquote') this.#quote(start);
    else if (name === 'a') start ? this.#beginLink(attributes) : this.#endLink();
    else if (name === 'img') {
      if (start) this.#picture(attributes);
    } else if (name === 'q') {
      this.#write('"');
      this.#inQuotes = !this.#inQuotes;
    } else if (name === 'dl') {
      if (start) out.paragraph();
    } else if (name === 'dt') {
      if (!start) out.line();
    } else if (name === 'dd') start ? this.#write('    ') : out.line();
    else if (name === 'li') this.#item(start);
    else if (name === 'pre') {
      if (start) out.beginsPre = true;
      out.inPre = start;
      out.paragraph();
    } else if (name === 'abbr') this.#abbreviate(start, attributes.get('title') ?? null);
    else this.#table(name, start);
  }

  #write(text: string, force = false): void {
    if (this.#silent === 0 && this.#styles === 0) this.#out.mark(text, force);
  }

  #heading(level: number, start: boolean): void {
    const sign = `${'#'.repeat(level)} `;
    if (start) this.#stressEnded = false;
    if (this.#links.length === 0) {
      this.#out.paragraph();
      if (start) this.#write(sign);
    } else if (!start) this.#out.forgetBreaks();
    else if (this.#out.last() === '[') {
      // In a link's text the sign of a heading can only stand before the bracket.
      this.#out.dropLast();
      this.#out.forgetSpace();
      this.#write(sign);
      this.#write('[');
    }
  }

  #emphasise(sign: string, start: boolean): void {
    const needsSpace = start && (sign === '_' ? glues.test(this.#before) : this.#before.endsWith(sign.charAt(0)));
    this.#write(needsSpace ? ` ${sign}` : sign);
    if (needsSpace) this.#before += ' ';
    if (start) this.#stressBegins = true;
  }

  #quote(start: boolean): void {
    const out = this.#out;
    if (start) {
      out.paragraph();
      this.#write('> ', true);
      out.start();
      out.quoteDepth = Math.min(deepest, out.quoteDepth + 1);
    } else {
      out.quoteDepth = Math.max(0, out.quoteDepth - 1);
      out.paragraph();
    }
  }

  #openLink(): void {
    this.#write('[');
    this.#pending = null;
    this.#emptyLink = false;
  }

  #beginLink(attributes: Attributes): void {
    const address = attributes.get('href') ?? null;
    if (address === null || address.startsWith('#')) this.#links.push(null);
    else {
      this.#links.push(attributes);
      this.#pending = address;
      this.#emptyLink = true;
    }
  }

  #endLink(): void {
    const link = this.#links.pop();
    if (link === undefined) return;
    if (this.#pending !== null && !this.#emptyLink) this.#pending = null;
    else if (link) {
      if (this.#emptyLink) this.#openLink();
      const title = escapeBrackets(link.get('title') ?? '');
      this.#write(`](${escapeBrackets(link.get('href') ?? '')}${trimSpaces(title) === '' ? '' : ` "${title}"`})`);
    }
  }

  #picture(attributes: Attributes): void {
    const address = attributes.get('src') ?? null;
    if (address === null) return;
    if (this.#pending !== null) this.#openLink();
    this.#write(`![${escapeBrackets(attributes.get('alt') ?? '')}]`);
    this.#write(`(${escapeBrackets(address)})`);
  }

  #list(ordered: boolean, start: boolean, attributes: Attributes): void {
    if (start) {
      if (this.#lists.length === 0 && !this.#endedList) this.#out.paragraph();
      const first = Number.parseInt(attributes.get('start') ?? '1', 10) - 1;
      this.#lists.push({ ordered, number: Number.isNaN(first) ? 0 : first });
    } else if (this.#lists.pop() && this.#lists.length === 0) this.#write('\n');
    this.#out.inList = this.#lists.length > 0;
  }

  #item(start: boolean): void {
    this.#out.line();
    if (!start) return;
    const list = this.#lists.at(-1) ?? { ordered: false, number: 0 };
    this.#lists.slice(0, deepest).forEach((_, depth) => {
      this.#write(this.#lists[depth - 1]?.ordered ? '   ' : '  ');
    });
    list.number += 1;
    this.#write(list.ordered ? `${list.number}. ` : '* ');
    this.#out.start();
  }

  #table(name: string, start: boolean): void {
    const row = this.#row;
    if (name === 'table' && start) row.first = true;
    if ((name === 'td' || name === 'th') && start) {
      if (row.open) this.#write('| ');
      row.open = true;
      row.cells = Math.min(1000, row.cells + 1);
    }
    if (name !== 'tr') return;
    if (start) {
      row.cells = 0;
      return;
    }
    row.open = false;
    this.#out.line('  ');
    if (!row.first) return;
    this.#write(Array.from({ length: row.cells }, () => '---').join('|'));
    this.#out.line('  ');
    row.first = false;
  }

  #abbreviate(start: boolean, title: string | null): void {
    if (start) this.#abbreviation = title === null ? null : { title, text: '' };
    else if (this.#abbreviation) {
      this.#abbreviations.set(collapseSpaces(this.#abbreviation.text), this.#abbreviation.title);
      this.#abbreviation = null;
    }
  }
}

const escapeBrackets = (text: string) => text.replace(/[\\[\]()]/g, '\\$&');

/** What would begin a list or a rule at the start of a line, and signs escaped already. */
function escapeText(text: string): string {
  return text
    .replace(/\\(?=[\\`*_{}[\]()#+\-.!])/g, '\\\\')
    .replace(/(?<![^\n])([^\S\n]*\p{Nd}+)\.(?=\s)/gu, '$1\\.')
    .replace(/(?<![^\n])([^\S\n]*)\+(?=\s)/g, '$1\\+')
    .replace(/(?<![^\n])([^\S\n]*)-(?=[\s-])/g, '$1\\-');
}
