/**
 * Markdown being written block after block: the page as far as it is done, the block being gathered, and what
 * stands before each of its lines (quote signs, bullets, the indent under a bullet).
 */
import { finishBlock, marks, type Span } from './markdown-block.ts';

export type Writer = {
  /** Against which relative links are resolved. */
  base: string | undefined;
  out: string;
  /** Pieces of the block being gathered, with marks. */
  pieces: string[];
  targets: string[];
  /** Spans that are open: closed where a block ends, opened again in the next. */
  open: Span[];
  lists: List[];
  /** Before every line: `> ` in a quote, the width of its bullet in a list item. */
  indent: string;
  /** Instead of the indent, before the first line of a list item. */
  bullet: string | null;
  /** `## ` while a heading is gathered. */
  heading: string;
  lastIndent: string;
};

type List = { ordered: boolean; items: number };

/** A page of which nothing is written yet. */
export const newWriter = (base: string | undefined): Writer => ({
  base,
  out: '',
  pieces: [],
  targets: [],
  open: [],
  lists: [],
  indent: '',
  bullet: null,
  heading: '',
  lastIndent: '',
});

/** Ends the block being gathered. */
export function flush(writer: Writer): void {
  if (writer.pieces.length === 0) return;
  const ends = writer.open.map((span) => span.end).reverse();
  const text = finishBlock([...writer.pieces, ...ends].join(''), writer.targets);
  writer.pieces = writer.open.map((span) => span.begin);
  if (text) put(writer, writer.heading ? writer.heading + text.replace(/ *\n/g, ' ') : text);
}

/** Writes a finished block. The items of a list follow each other without a blank line. */
export function put(writer: Writer, block: string): void {
  const list = writer.lists.at(-1);
  const begins = writer.bullet ?? writer.indent;
  const tight = writer.bullet !== null && list !== undefined && (list.items > 0 || writer.lists.length > 1);
  if (writer.bullet !== null && list) list.items += 1;
  const lines = block.split('\n').map((line, index) => (index === 0 ? begins : writer.indent) + line);
  const blank = shared(writer.lastIndent, writer.indent).trimEnd();
  if (writer.out) writer.out += tight ? '\n' : `\n${blank}\n`;
  writer.out += lines.map((line) => (line.trim() === '' ? '' : line)).join('\n');
  writer.lastIndent = writer.indent;
  writer.bullet = null;
}

/** Bullets and quotes deeper than this are written at the same depth: nobody reads them, and they cost space. */
const deepestIndent = 30;

/** Begins a list item or quote: `sign` before its first line, `indent` before the others. Returns how to end it. */
export function indent(writer: Writer, sign: string, further: string): () => void {
  flush(writer);
  const before = writer.indent;
  const nested = before.length < deepestIndent;
  writer.bullet = (nested ? (writer.bullet ?? before) : before.slice(0, -sign.length)) + sign;
  if (nested) writer.indent = before + further;
  return () => {
    flush(writer);
    writer.indent = before;
    writer.bullet = null;
  };
}

/** Where a line of the source ends within a block. Two in a row begin a paragraph, as their writers meant. */
export function endLine(writer: Writer): void {
  if (writer.pieces.at(-1) === marks.lineEnd) flush(writer);
  else writer.pieces.push(marks.lineEnd);
}

/** Adds to the block being gathered. */
export function add(writer: Writer, piece: string): void {
  if (piece.trim() !== '' || writer.pieces.at(-1) !== marks.lineEnd) writer.pieces.push(piece);
}

function shared(left: string, right: string): string {
  let length = 0;
  while (length < left.length && left[length] === right[length]) length += 1;
  return left.slice(0, length);
}
