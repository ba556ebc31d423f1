/** `variorum extract`: what a source reads in one saved page. No database, no network. */
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { Command } from 'commander';
import { checked } from '../pipeline/extract/record.ts';
import { decodeText } from '../platform/charset.ts';
import { sources } from '../sources/all.ts';
import { json, jsonLine, note, say } from './screen.ts';
import { type Exit, Unusable } from './session.ts';

const mostBytes = 512_000_000;

export function extractCommand(exit: Exit): Command {
  return new Command('extract')
    .description('Reads one saved page and prints the records in it. Needs no database.')
    .argument('<url>', 'where the page comes from: decides which source reads it')
    .requiredOption('--from <file>', 'the saved page; may be gzipped')
    .option('--content-type <type>', "the page's Content-Type header, where its charset is declared only there")
    .option('--json', 'print JSON: one document for one record, a line for each of several')
    .addHelpText(
      'after',
      '\nExample:\n  $ variorum extract http://instead-games.ru/game.php?ID=42 --from game.html --json',
    )
    .action(async (url: string, options: { from: string; contentType?: string; json?: boolean }) =>
      exit(await extract(url, options)),
    );
}

async function extract(url: string, options: { from: string; contentType?: string; json?: boolean }): Promise<0 | 2> {
  if (!URL.canParse(url)) throw new Unusable(`«${url}» is not a URL.`);
  const source = sources.find((candidate) => candidate.claims(url));
  if (!source) throw new Unusable(`No source can read ${url}; see \`variorum sources list\` for the sites there are.`);
  const body = await read(options.from);
  const result = source.extract({ url, text: decodeText(body, options.contentType ?? null).text });
  if (result.kind === 'broken')
    throw new Unusable(`${options.from} could not be read as a page of ${source.name}: ${result.reason}`);
  const found = result.records.map(checked);
  if (options.json && found.length === 1) json(found[0]?.record);
  else
    for (const { record } of found)
      options.json ? jsonLine(record) : say(`${record.key}\t${record.title}\t${record.url}`);
  for (const unread of [...result.unread, ...found.flatMap(({ rejected }) => rejected)]) note(`unread: ${unread}`);
  return 0;
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
