/** `variorum sources new` and `sources test`: from a saved page to a source that passes, without database or network. */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Command } from 'commander';
import type { Source } from '../domain/source.ts';
import { acceptFixtures, checkFixtures } from '../fixtures.ts';
import { decodeText } from '../platform/charset.ts';
import { sources } from '../sources/all.ts';
import { clean, count, json, note, say } from './screen.ts';
import { type Exit, Unusable } from './session.ts';
import { findTitle, type Scaffold, sourceText, testText, withSource } from './source-template.ts';

/** Names that the written file itself uses, and words of the language. */
const taken = new Set(
  'list extract form new class function default import export delete return typeof void in of do if for case switch label account line'.split(
    ' ',
  ),
);

export function newSourceCommand(exit: Exit): Command {
  return new Command('new')
    .description('Begins a source: its file, a fixture and a test, from one saved page of the site.')
    .argument('<name>', 'the source’s name in kebab case, e.g. quests-example')
    .requiredOption('--url <url>', 'where the page comes from')
    .requiredOption('--from <file>', 'the saved page')
    .option('--into <folder>', 'where the sources stand', join(import.meta.dirname, '../sources'))
    .addHelpText(
      'after',
      '\nExample:\n  $ curl -o page.html https://quests.example/game/glass-orchard\n  $ variorum sources new quests-example --url https://quests.example/game/glass-orchard --from page.html',
    )
    .action(async (name: string, options: { url: string; from: string; into: string }) =>
      exit(await begin(name, options)),
    );
}

export function testSourcesCommand(exit: Exit): Command {
  return new Command('test')
    .description('Reads the saved pages of a source, or of all, and says field by field what came out otherwise.')
    .argument('[name]', 'one source; all when left out')
    .option('--accept', 'write what is read now into the expected files, to be looked through and committed')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ variorum sources test ifwiki')
    .action((name: string | undefined, options: { json?: boolean; accept?: boolean }) => exit(test(name, options)));
}

async function begin(name: string, { url, from, into }: { url: string; from: string; into: string }): Promise<0> {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) || name.length > 40)
    throw new Unusable(
      `«${name}» is no name for a source: use small letters, digits and hyphens, e.g. quests-example.`,
    );
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new Unusable(`«${url}» is not a web address: give the one the page was saved from.`);
  if (new URL(url).pathname === '/' && new URL(url).search === '')
    throw new Unusable(`${url} is a site's front page: give the address of one game's page.`);
  if (!existsSync(join(into, 'reading')))
    throw new Unusable(`${into} is no folder of sources: it needs the folder reading, as src/sources has it.`);
  const file = join(into, `${name}.ts`);
  const fixtures = join(into, 'fixtures', name);
  for (const path of [file, fixtures])
    if (existsSync(path)) throw new Unusable(`${path} exists already: choose another name.`);
  const other = sources.find((source) => source.claims(url));
  if (other)
    throw new Unusable(`${url} is read by the source ${other.name} already, and no two may claim one address.`);
  if (!statSync(from, { throwIfNoEntry: false })?.isFile()) throw new Unusable(`There is no file ${from}.`);
  const { text } = decodeText(readFileSync(from), null);
  const found = findTitle(text);
  if (!found)
    throw new Unusable(
      `${from} has no title that could be found (h1, h2, title; or title, name in JSON): is it a page of a game?`,
    );
  const exported = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  if (taken.has(exported))
    throw new Unusable(`«${name}» means something else in code: use a name of two words, e.g. ${name}-games.`);
  const scaffold: Scaffold = { name, exported, url: new URL(url), ...found };
  mkdirSync(fixtures, { recursive: true });
  writeFileSync(file, sourceText(scaffold));
  writeFileSync(join(into, `${name}.test.ts`), testText(scaffold));
  writeFileSync(join(fixtures, `first.page.${scaffold.extension}`), text);
  const source = await load(file, exported);
  const expected = { url, as: 'page', expect: source.extract({ url, text }) };
  writeFileSync(join(fixtures, 'first.expected.json'), `${JSON.stringify(expected, null, 2)}\n`);
  const all = join(into, 'all.ts');
  if (existsSync(all)) writeFileSync(all, withSource(readFileSync(all, 'utf8'), scaffold));
  say(
    `${file}\n${join(into, `${name}.test.ts`)}\n${join(fixtures, `first.page.${scaffold.extension}`)}\n${join(fixtures, 'first.expected.json')}`,
  );
  note(
    `The source reads the title so far. Write into first.expected.json what the page should give, and teach the source until \`variorum sources test ${name}\` is content; docs/writing-a-source.md goes on from here. The saved page belongs to its site: before you commit, put one of your own in its place, in the same markup.`,
  );
  return 0;
}

async function load(file: string, exported: string): Promise<Source> {
  const module = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Record<string, Source | undefined>;
  const source = module[exported];
  if (!source) throw new Error(`${file} exports no ${exported}.`);
  return source;
}

function test(name: string | undefined, options: { json?: boolean; accept?: boolean }): 0 | 1 {
  const chosen = name === undefined ? sources : sources.filter((source) => source.name === name);
  if (chosen.length === 0) throw new Unusable(`There is no source «${name}»; see \`variorum sources list\`.`);
  if (options.accept && name === undefined) throw new Unusable('--accept is for one source: name it.');
  if (options.accept) for (const source of chosen) acceptFixtures(source);
  const states = chosen.flatMap(checkFixtures);
  if (options.json) json(states);
  else {
    for (const { name: fixture, passes, differences } of states) {
      if (passes && name === undefined) continue;
      say(`${passes ? 'ok    ' : 'differs'} ${fixture}`);
      for (const { field, expected, read } of differences)
        say(`  ${clean(field)}\n    expected ${show(expected)}\n    read     ${show(read)}`);
    }
    const without = chosen.filter((source) => !states.some((state) => state.name.startsWith(`${source.name}/`)));
    for (const source of without) say(`none    ${source.name} has no fixtures.`);
    const failing = states.filter(({ passes }) => !passes).length;
    say(
      `${count(states.length, 'fixture')} of ${count(chosen.length, 'source')}: ${states.length - failing} as expected, ${failing} otherwise.`,
    );
  }
  return states.every(({ passes }) => passes) ? 0 : 1;
}

const show = (value: unknown): string => clean(value === undefined ? 'nothing' : JSON.stringify(value));
