/** `variorum games`: finding a game, reading it, and asking of any value who said it. */
import { Command } from 'commander';
import { type Game, readGame } from '../catalogue/game.ts';
import { countGames, listGames } from '../catalogue/games.ts';
import { type Reason, why } from '../catalogue/why.ts';
import { readGameId } from '../domain/ids.ts';
import { ruleId } from '../domain/rule-book.ts';
import type { Db } from '../platform/postgres.ts';
import { addArranging } from './arrange.ts';
import { clean, json, say, table } from './screen.ts';
import { type Exit, Unusable, wholeNumber, withApp } from './session.ts';

type Options = { json?: boolean; limit?: number; source?: string };

export function gamesCommand(exit: Exit): Command {
  const command = new Command('games')
    .description('Searches, shows and arranges games, and says where each value comes from.')
    .addHelpText('after', '\nExample:\n  $ variorum games search lighthouse');
  command
    .command('search [words...]')
    .description('Games whose titles or authors hold all the words.')
    .option('--limit <n>', 'at most so many', wholeNumber, 20)
    .option('--source <name>', 'only games this source knows')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ variorum games search маяк --limit 5')
    .action(async (words: string[], options: Options) => exit(await search(words, options)));
  command
    .command('show <id>')
    .description('One game with all its values.')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ variorum games show 0199f3c2-1111-7abc-8def-000000000001')
    .action(async (id: string, options: Options) => exit(await show(id, options)));
  command
    .command('why <id> [field]')
    .description('From each value back to claim, page, stored bytes and time.')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ variorum games why 0199f3c2-1111-7abc-8def-000000000001 releaseDate')
    .action(async (id: string, field: string | undefined, options: Options) => exit(await explain(id, field, options)));
  addArranging(command, exit);
  return command;
}

const search = (words: string[], options: Options) =>
  withApp(async ({ pool }): Promise<0> => {
    const found = await listGames(
      pool,
      { search: words.join(' '), source: options.source, limit: options.limit ?? 20 },
      () => countGames(pool),
    );
    if (options.json) json(found);
    else if (found.total === 0) say('No game fits. Fewer or shorter words find more.');
    else {
      say(
        table(
          ['id', 'title', 'released', 'authors', 'sources'],
          found.games.map((game) => [
            game.gameId,
            game.title,
            game.releaseDate,
            game.authors.join(', '),
            game.sources.join(', '),
          ]),
        ),
      );
      if (found.total > found.games.length) say(`${found.games.length} of ${found.total}; --limit shows more.`);
    }
    return 0;
  });

async function gameOf(db: Db, id: string): Promise<Game> {
  const gameId = readGameId(id);
  const game = gameId && (await readGame(db, gameId));
  if (!game) throw new Unusable(`There is no game «${id}»; \`variorum games search\` finds ids.`);
  return game;
}

const show = (id: string, options: Options) =>
  withApp(async ({ pool }): Promise<0> => {
    const game = await gameOf(pool, id);
    if (options.json) {
      json(game);
      return 0;
    }
    for (const { field, values } of game.fields) {
      for (const { value, language, claims, variants } of values) {
        const text = typeof value === 'string' ? value : Object.values(value).join(' · ');
        say(
          `${field}${language ? ` [${language}]` : ''}: ${clean(text)}  (${claims.map(({ source }) => source).join(', ')})`,
        );
        for (const variant of variants)
          say(
            `    otherwise: ${clean(variant.value).slice(0, 200)}  (${variant.claims.map(({ source }) => source).join(', ')})`,
          );
      }
    }
    say('');
    for (const change of game.history.slice(0, 10)) say(`${change.at}  ${change.summary}`);
    return 0;
  });

const explain = (id: string, field: string | undefined, options: Options) =>
  withApp(async ({ pool }): Promise<0> => {
    const game = await gameOf(pool, id);
    const fields = field === undefined ? game.fields : game.fields.filter((candidate) => candidate.field === field);
    if (fields.length === 0)
      throw new Unusable(`This game has no ${field}; it has ${game.fields.map((known) => known.field).join(', ')}.`);
    const reasons = await why(pool, fields);
    if (options.json) json(reasons);
    else for (const reason of reasons) say(sentence(reason));
    return 0;
  });

function sentence({ rule, recordId, ...reason }: Reason): string {
  const { field, value, source, url, fetchedAt, readAt, snapshot, bytes, match } = reason;
  const said = `${field}: ${clean(value).slice(0, 200)}`;
  const ruled = rule ? [`    by the rule ${clean(rule.name)}: ${clean(rule.why)}`] : [];
  if (rule && recordId === ruleId(rule.name)) return [said, ...ruled].join('\n');
  return [
    said,
    ...ruled,
    `    said by ${source} at ${url}`,
    `    fetched ${fetchedAt ?? 'at an unknown time'}, read ${readAt}`,
    `    stored as ${snapshot}${bytes === null ? ', which is no longer kept' : ` (${bytes} bytes)`}`,
    `    joined to this game: ${match}`,
  ].join('\n');
}
