/** `variorum rules`: the rules that are applied to every game, as a document that an operator reads and edits. */
import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { RuleBook } from '../api/contract-rules.ts';
import { readGameId } from '../domain/ids.ts';
import { genreRule, sentenceOf } from '../domain/rule-book.ts';
import { countUses, mistakesIn, readRules, resetRules, setRules } from '../rules.ts';
import { tryRules } from '../try-rules.ts';
import { clean, count, json, say, table } from './screen.ts';
import { actor, type Exit, Unusable, withApp } from './session.ts';

type Options = { json?: boolean };
type Reason = { reason: string };

export function rulesCommand(exit: Exit): Command {
  const command = new Command('rules')
    .description('Shows, checks and changes the rules that are applied to every game.')
    .addHelpText(
      'after',
      '\nExample:\n  $ variorum rules show > rules.json\n  $ variorum rules check rules.json\n  $ variorum rules set rules.json --reason "a new interpreter"',
    );
  command
    .command('list')
    .description('All rules, and at how many games each did something.')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ variorum rules list')
    .action(async (options: Options) => exit(await list(options)));
  command
    .command('show [name]')
    .description('One rule; without a name the whole document, as `set` takes it.')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ variorum rules show parser-tools')
    .action(async (name: string | undefined, options: Options) => exit(await show(name, options)));
  command
    .command('check <file>')
    .description('Says what is wrong with a document of rules; needs no database.')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ variorum rules check rules.json')
    .action(async (file: string, options: Options) => exit(await check(file, options)));
  command
    .command('set <file>')
    .description('Puts the rules of a document in the place of those that stand; every game is drafted anew.')
    .requiredOption('--reason <text>', 'why, for those who find it later')
    .addHelpText('after', '\nExample:\n  $ variorum rules set rules.json --reason "Questbook is played by menu"')
    .action(async (file: string, { reason }: Reason) => {
      const { book, mistakes } = await read(file);
      if (!book || mistakes.length > 0) throw new Unusable(mistakes.join('\n'));
      await withApp(({ commitDeps }) => setRules(commitDeps, { book, reason, actor: actor() }));
      say('These rules stand now; the worker drafts every game anew.');
    });
  command
    .command('reset')
    .description('Goes back to the rules that Variorum ships with.')
    .requiredOption('--reason <text>', 'why, for those who find it later')
    .addHelpText('after', '\nExample:\n  $ variorum rules reset --reason "ours were worse"')
    .action(async ({ reason }: Reason) => {
      await withApp(({ commitDeps }) => resetRules(commitDeps, reason, actor()));
      say('The rules that Variorum ships with stand again; the worker drafts every game anew.');
    });
  command
    .command('try <game>')
    .description('Which rules apply to a game, and what each adds.')
    .option('--rules <file>', 'the rules of this document instead of those that stand')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ variorum rules try 0199f3c2-1111-7abc-8def-000000000001 --rules rules.json')
    .action(async (game: string, options: Options & { rules?: string }) => exit(await tryOne(game, options)));
  return command;
}

const list = (options: Options) =>
  withApp(async ({ pool }): Promise<0> => {
    const [standing, uses] = [await readRules(pool), await countUses(pool)];
    const { book } = standing;
    if (options.json) {
      json({ ...standing, uses });
      return 0;
    }
    const of = (name: string) => uses.find(({ rule }) => rule === name);
    const sum = (kind: string) =>
      uses.filter(({ rule }) => rule.startsWith(`${kind}:`)).reduce((total, { games }) => total + games, 0);
    say(
      table(
        ['rule', 'games', 'failed', 'why'],
        book.rules.map(({ name, why }) => [name, of(name)?.games ?? 0, of(name)?.failed ?? 0, why]),
      ),
    );
    say('');
    say(`${count(book.genres.length, 'free tag')} that mean a genre, used ${count(sum('genre'), 'time')}.`);
    say(`${count(book.tagNames.length, 'other spelling')} of tags, used ${count(sum('tag'), 'time')}.`);
    say(
      `${count(Object.keys(book.people.redirects).length, 'other name')} of people and ${count(book.people.ignored.length, 'name')} never published, used ${count(sum('person'), 'time')}.`,
    );
    for (const { rule, failed, failure } of uses)
      if (failed > 0) say(`${rule} failed at ${count(failed, 'game')}: ${clean(failure ?? '')}`);
    say(`Changed ${standing.changedAt} by ${clean(standing.changedBy)}: ${clean(standing.reason)}.`);
    return 0;
  });

const show = (name: string | undefined, options: Options) =>
  withApp(async ({ pool }): Promise<0> => {
    const { book } = await readRules(pool);
    if (name === undefined) {
      json(book);
      return 0;
    }
    const rule = book.rules.find((known) => known.name === name);
    const genre = book.genres.find(({ tag }) => genreRule(tag) === name);
    const found = rule ?? genre;
    if (!found)
      throw new Unusable(`There is no rule «${name}»; there are ${book.rules.map((known) => known.name).join(', ')}.`);
    if (options.json) json(found);
    else if (rule) {
      say(`${rule.name}: ${clean(rule.why)}\n\nwhen  ${rule.when}`);
      for (const action of rule.do) say(`do    ${JSON.stringify(action)}`);
    } else say(sentenceOf(book, name) ?? name);
    return 0;
  });

async function check(file: string, options: Options): Promise<0 | 1> {
  const { book, mistakes } = await read(file);
  if (options.json) json({ ok: mistakes.length === 0, mistakes });
  else if (book && mistakes.length === 0) say(`${count(book.rules.length, 'rule')} without a mistake.`);
  else for (const mistake of mistakes) say(clean(mistake));
  return mistakes.length === 0 ? 0 : 1;
}

const tryOne = (game: string, options: Options & { rules?: string }) =>
  withApp(async ({ pool, commitDeps }): Promise<0> => {
    const given = options.rules === undefined ? null : await read(options.rules);
    if (given && (!given.book || given.mistakes.length > 0)) throw new Unusable(given.mistakes.join('\n'));
    const book = given?.book ?? (await readRules(pool)).book;
    const gameId = readGameId(game);
    const trials = gameId && (await tryRules(commitDeps, gameId, book));
    if (!trials) throw new Unusable(`There is no game «${game}»; \`variorum games search\` finds ids.`);
    if (options.json) json(trials);
    else if (trials.length === 0) say('No rule applies to this game.');
    else
      for (const { rule, why, failed, adds, takes } of trials) {
        say(`${clean(rule)}: ${clean(why)}`);
        for (const value of adds) say(`    adds ${clean(value)}`);
        for (const value of takes) say(`    takes ${clean(value)}`);
        if (failed !== null) say(`    failed: ${clean(failed)}`);
      }
    return 0;
  });

/** A document of rules, or what is wrong with it: first its form, then what it says. */
async function read(file: string): Promise<{ book: RuleBook | null; mistakes: string[] }> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) throw new Unusable(`${file} cannot be read.`);
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    return { book: null, mistakes: [`${file} is no JSON: ${error instanceof Error ? error.message : String(error)}.`] };
  }
  const { success, data, error } = RuleBook.safeParse(document);
  if (success) return { book: data, mistakes: mistakesIn(data) };
  return { book: null, mistakes: error.issues.map(({ path, message }) => `${placeOf(document, path)}: ${message}.`) };
}

/** `The rule «x», do[0].slug` for `rules.3.do.0.slug`. */
function placeOf(document: unknown, path: readonly PropertyKey[]): string {
  const [table, index, ...rest] = path;
  const within = (keys: readonly PropertyKey[]) =>
    keys
      .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
      .join('')
      .replace(/^\./, '');
  if (table !== 'rules' || typeof index !== 'number') return path.length > 0 ? within(path) : 'The document';
  const { name } = ((document as { rules: unknown[] }).rules[index] ?? {}) as { name?: unknown };
  return `The rule ${typeof name === 'string' ? `«${name}»` : `in place ${index + 1}`}${rest.length > 0 ? `, ${within(rest)}` : ''}`;
}
