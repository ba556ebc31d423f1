/** Files of JSON Lines, gzipped or not, one record at a time. */
import { closeSync, createReadStream, existsSync, openSync, readSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** The file cannot be used; the message is one sentence with file and line. */
export class BadFile extends Error {}

/**
 * Yields each line's value with its number, from 1; blank lines are passed over. Throws BadFile; but with `onBadLine` a line
 * that is no JSON is told there in one sentence and passed over.
 */
export async function* readJsonLines(
  path: string,
  onBadLine?: (sentence: string) => void,
): AsyncGenerator<{ value: unknown; line: number }> {
  if (!existsSync(path)) throw new BadFile(`There is no file ${path}.`);
  const file = createReadStream(path);
  let failure: Error | null = null;
  const input = isGzipped(path) ? createGunzip() : null;
  if (input) {
    pipeline(file, input, (error) => {
      failure = error ?? null;
    });
  }
  let number = 0;
  try {
    for await (const text of createInterface({ input: input ?? file, crlfDelay: Number.POSITIVE_INFINITY })) {
      number += 1;
      if (text.trim() === '') continue;
      const read = parse(text, path, number);
      if ('value' in read) yield { value: read.value, line: number };
      else if (onBadLine) onBadLine(read.bad);
      else throw new BadFile(read.bad);
    }
  } catch (error) {
    if (error instanceof BadFile) throw error;
    throw new BadFile(`${path} cannot be read: ${error instanceof Error ? error.message : error}.`);
  }
  if (failure) throw new BadFile(`${path} is gzipped, but broken: compress it again.`);
}

function parse(text: string, path: string, number: number): { value: unknown } | { bad: string } {
  try {
    return { value: JSON.parse(number === 1 ? text.replace(/^\ufeff/, '') : text) };
  } catch {
    return { bad: `${path}, line ${number} is no JSON: each line must be one record.` };
  }
}

function isGzipped(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(2);
    readSync(file, head, 0, 2, 0);
    return head[0] === 0x1f && head[1] === 0x8b;
  } finally {
    closeSync(file);
  }
}
