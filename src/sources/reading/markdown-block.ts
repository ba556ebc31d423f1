/**
 * One block of Markdown, from the text that the walk over HTML gathered: where emphasis, links and line ends stand is
 * marked by private characters, for only now are their neighbours known (`_` next to a letter is no emphasis).
 */
import { escapeLineStart } from './markdown-text.ts';

export type Span = { begin: string; end: string };

export const marks = {
  lineEnd: '\ue000',
  strong: { begin: '\ue001', end: '\ue002' },
  emphasis: { begin: '\ue003', end: '\ue004' },
  strike: { begin: '\ue005', end: '\ue006' },
  /** Between two cells of a table. */
  cell: '\ue00a',
  /** A link to the target that stands at `index` in the list given to `finishBlock`. */
  link: (index: number): Span => ({ begin: '\ue007', end: `\ue008${index}\ue009` }),
};
export const isLink = (span: Span) => span.begin === '\ue007';

/** Marks become Markdown; empty when the block says nothing. Most blocks hold few kinds of marks: the others cost nothing. */
export function finishBlock(marked: string, targets: readonly string[]): string {
  let text = (/[^\S ]| {2}/.test(marked) ? marked.replace(/\s+/g, ' ') : marked).trim();
  if (!/[\ue000-\ue00a]/.test(text)) return escapeLineStart(text);
  text = settle(text).replace(/\ue002\ue001|\ue004\ue003|\ue006\ue005/g, '');
  if (text.includes('\ue003')) {
    text = text.replace(/(.?)\ue003([^\ue003\ue004]*)\ue004(?=(.?))/gs, writeEmphasis);
  }
  if (text.includes('\ue007')) {
    text = text.replace(
      /\ue007([^\ue007\ue008]*)\ue008(\d+)\ue009/g,
      (_, label, index) => `[${label}](${targets[Number(index)]})`,
    );
  }
  text = text
    .replaceAll('\ue001', '**')
    .replaceAll('\ue002', '**')
    .replaceAll('\ue005', '~~')
    .replaceAll('\ue006', '~~');
  if (text.includes('\ue00a')) {
    text = text
      .replace(/(^|\ue000)[ \ue00a]+/g, '$1')
      .replace(/[ \ue00a]+(?=\ue000|$)/g, '')
      .replace(/ *\ue00a[ \ue00a]*/g, ' | ');
  }
  if (!text.includes('\ue000')) return escapeLineStart(text.trim());
  return text
    .split(/ *\ue000[ \ue000]*/)
    .filter((line, index, lines) => line !== '' || (index > 0 && index < lines.length - 1))
    .map(escapeLineStart)
    .join('  \n');
}

const unsettled =
  /[ \ue000]\ue000|\ue000 |[\ue001\ue003\ue005\ue007][ \ue000]|[ \ue000](?:[\ue002\ue004\ue006]|\ue008)|\ue001\ue002|\ue003\ue004|\ue005\ue006|\ue007\ue008| {2}/;

/** White space moves out of spans, and spans around nothing vanish; one may uncover the other. */
function settle(text: string): string {
  let before = '';
  for (let round = 0; round < 8 && text !== before && unsettled.test(text); round += 1) {
    before = text;
    text = text
      .replace(/[ \ue000]*\ue000[ \ue000]*/g, '\ue000')
      .replace(/([\ue001\ue003\ue005\ue007]+)([ \ue000]+)/g, '$2$1')
      .replace(/([ \ue000]+)((?:[\ue002\ue004\ue006]|\ue008\d+\ue009)+)/g, '$2$1')
      .replace(/\ue001\ue002|\ue003\ue004|\ue005\ue006|\ue007\ue008\d+\ue009/g, '')
      .replace(/ {2,}/g, ' ');
  }
  return text;
}

const wordSign = /[\p{L}\p{N}_]/u;

function writeEmphasis(_: string, before: string, inside: string, after: string): string {
  const sign = wordSign.test(before) || wordSign.test(after) ? '*' : '_';
  return `${before}${sign}${inside}${sign}`;
}
