/** Pages in files, as commands are given them. */
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { decodeText } from '../platform/charset.ts';
import { Unusable } from './session.ts';

/** What a page is about, where the command line says so. */
export type As = 'page' | 'person';

/** What `variorum extract` is told beside the page's address. */
export type ExtractOptions = {
  from: string;
  contentType?: string;
  beside: string[];
  as?: As;
  parity?: boolean;
  json?: boolean;
};

const mostBytes = 512_000_000;

/** The text of a saved page, whatever its charset; gzipped or not. */
export async function readText(file: string, contentType?: string): Promise<string> {
  return decodeText(await read(file), contentType ?? null).text;
}

/** `--beside` may be given again and again. */
export const collectBeside = (given: string, before: string[]): string[] => [...before, given];

/** Pages given as `URL=FILE`, by their address. Addresses hold `=` too: the last one counts. */
export async function besideFiles(given: readonly string[]): Promise<Map<string, { url: string; text: string }>> {
  const pages = new Map<string, { url: string; text: string }>();
  for (const each of given) {
    const at = each.lastIndexOf('=');
    const [url, file] = [each.slice(0, Math.max(0, at)), each.slice(at + 1)];
    if (!URL.canParse(url) || file === '') throw new Unusable(`--beside ${each} is not URL=FILE.`);
    pages.set(url, { url, text: await readText(file) });
  }
  return pages;
}

async function read(file: string): Promise<Uint8Array> {
  const body = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Unusable(
      error.code === 'ENOENT' ? `There is no file ${file}.` : `The file ${file} cannot be read: ${error.message}.`,
    );
  });
  if (body[0] !== 0x1f || body[1] !== 0x8b) return body;
  try {
    return gunzipSync(body, { maxOutputLength: mostBytes });
  } catch {
    throw new Unusable(`The file ${file} is gzipped, but broken or far too large.`);
  }
}
