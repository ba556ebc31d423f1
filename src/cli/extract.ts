/** `variorum extract`: what a source reads in one saved page. No database, no network. */
import { Command, Option } from 'commander';
import type { Page, PersonReading, Source } from '../domain/source.ts';
import { wellFormed } from '../domain/well-formed.ts';
import { checked, keepable } from '../pipeline/extract/record.ts';
import { sources } from '../sources/all.ts';
import { extractAsBefore } from './extract-parity.ts';
import { type As, besideFiles, collectBeside, type ExtractOptions, readText } from './saved-page.ts';
import { json, jsonLine, note, say } from './screen.ts';
import { type Exit, Unusable } from './session.ts';

export function extractCommand(exit: Exit): Command {
  return new Command('extract')
    .description('Reads one saved page and prints the records in it. Needs no database.')
    .argument('<url>', 'where the page comes from: decides which source reads it')
    .requiredOption('--from <file>', 'the saved page; may be gzipped')
    .option('--content-type <type>', "the page's Content-Type header, where its charset is declared only there")
    .option(
      '--beside <url=file>',
      'a further page that must be known to read this one; may be given again',
      collectBeside,
      [],
    )
    .addOption(
      new Option(
        '--as <what>',
        'read it as the page of a game or of a person, where its address does not tell',
      ).choices(['page', 'person']),
    )
    .option('--parity', 'read it exactly as the old importer did, to compare; a list of games too')
    .option('--json', 'print JSON: one document for one record, a line for each of several')
    .addHelpText(
      'after',
      '\nExample:\n  $ variorum extract http://instead-games.ru/game.php?ID=42 --from game.html --json',
    )
    .action(async (url: string, options: ExtractOptions) => exit(await extract(url, options)));
}

async function extract(url: string, options: ExtractOptions): Promise<0> {
  if (!URL.canParse(url)) throw new Unusable(`«${url}» is not a URL.`);
  if (options.parity) return extractAsBefore(url, options);
  const { as, from } = options;
  const source =
    sources.find((each) => as !== 'person' && each.claims(url)) ?? sources.find((each) => each.people?.claims(url));
  if (!source) throw new Unusable(`No source can read ${url}; see \`variorum sources list\` for the sites there are.`);
  const text = await readText(from, options.contentType);
  const page: Page = { url, text, beside: await besideFiles(options.beside) };
  for (const address of source.beside?.(page) ?? [])
    if (!page.beside?.has(address)) note(`not known: where ${address} leads; give it with --beside ${address}=FILE`);
  const reading = readPage(source, page, as);
  if (reading.kind === 'broken')
    throw new Unusable(`${from} could not be read as a page of ${source.name}: ${reading.reason}`);
  if (reading.kind === 'moved')
    throw new Unusable(`${url} only leads to ${reading.to}: give that address with its own saved page.`);
  if (reading.kind === 'person') printPerson(reading, options);
  else printRecords(reading, options);
  return 0;
}

type Reading = ReturnType<Source['extract']> | PersonReading;

/** Where the address tells nothing, a page that is of no game is tried as one of a person. */
function readPage(source: Source, page: Page, as: As | undefined): Reading {
  const people = source.people?.claims(page.url) ? source.people : undefined;
  if (people && (as === 'person' || !source.claims(page.url))) return people.extract(page);
  const reading = source.extract(page);
  if (reading.kind !== 'broken' || !people || as === 'page') return reading;
  const person = people.extract(page);
  return person.kind === 'person' ? person : reading;
}

function printRecords(reading: Extract<Reading, { kind: 'records' }>, options: ExtractOptions): void {
  const found = reading.records.map(checked);
  if (options.json && found.length === 1) json(found[0]?.record);
  else
    for (const { record } of found)
      options.json ? jsonLine(record) : say(`${record.key}\t${record.title}\t${record.url}`);
  for (const unread of [...reading.unread, ...found.flatMap(({ rejected }) => rejected)]) note(`unread: ${unread}`);
}

function printPerson({ person: raw, unread }: Extract<Reading, { kind: 'person' }>, options: ExtractOptions): void {
  const { kept, rejected } = keepable(raw.urls ?? []);
  const person = wellFormed({ ...raw, ...(raw.urls && { urls: kept }) });
  if (options.json) json(person);
  else say(`${person.key}\t${person.name}\t${person.url}`);
  for (const each of [...unread, ...rejected]) note(`unread: ${each}`);
}
