/** `variorum games merge`, `split`, `move`, `different`, `undo`: arranging games by hand, each as one thing to undo. */
import { type Command, InvalidArgumentError } from 'commander';
import { type Arranged, type ArrangementRequest, arrange, type GameState, undoArrangement } from '../arrange.ts';
import { type ArrangementRow, listArrangements } from '../catalogue/arrangements.ts';
import { isUuid, readGameId } from '../domain/ids.ts';
import { clean, count, json, say } from './screen.ts';
import { actor, type Exit, wholeNumber, withApp } from './session.ts';

type Options = { preview?: boolean; dryRun?: boolean; reason?: string; json?: boolean };
type Arranging = ArrangementRequest extends infer R
  ? R extends unknown
    ? Omit<R, 'reason' | 'actor' | 'preview'>
    : never
  : never;

const example = '0199f3c2-1111-7abc-8def-00000000000';

/** Adds the commands to `variorum games`. */
export function addArranging(games: Command, exit: Exit): void {
  const add = (usage: string, description: string, shown: string) =>
    games
      .command(usage)
      .description(description)
      .option('--preview', 'only show what would happen')
      .option('--dry-run', 'the same as --preview')
      .option('--reason <text>', 'why, for those who look later')
      .option('--json', 'print JSON')
      .addHelpText('after', `\nExample:\n  $ variorum games ${shown}`);
  const run = async (request: Arranging, options: Options) => {
    const preview = options.preview === true || options.dryRun === true;
    const { reason } = options;
    tell(
      await withApp(({ commitDeps }) => arrange(commitDeps, { ...request, reason, actor: actor(), preview })),
      options,
      preview,
    );
    exit(0);
  };
  add('merge <game> <other...>', 'Makes one game of several.', `merge ${example}1 ${example}2 --preview`).action(
    (game: string, others: string[], options: Options) =>
      run({ kind: 'merge', games: [game, ...others].map(id) }, options),
  );
  add(
    'split <game> <records...>',
    'Takes records out of a game; together they are a game of their own.',
    `split ${example}1 'ifdb|k3slgbupp2opzuy1' --reason "the sequel"`,
  ).action((game: string, records: string[], options: Options) =>
    run({ kind: 'split', game: id(game), records }, options),
  );
  add(
    'move <record> <game>',
    'Puts a record into another game.',
    `move 'ifdb|k3slgbupp2opzuy1' ${example}2 --preview`,
  ).action((record: string, game: string, options: Options) =>
    run({ kind: 'move', records: [record], game: id(game) }, options),
  );
  add('different <game> <other>', 'Says that two games are not one.', `different ${example}1 ${example}2`).action(
    (game: string, other: string, options: Options) =>
      run({ kind: 'different', games: [game, other].map(id) }, options),
  );
  add(
    'undo <arrangement>',
    'Takes back exactly one arrangement; later ones stand.',
    `undo ${example}3 --reason "they are two after all"`,
  ).action(async (arrangement: string, options: Options) => {
    if (!isUuid(arrangement)) throw new InvalidArgumentError(`«${arrangement}» is no id of an arrangement.`);
    const preview = options.preview === true || options.dryRun === true;
    const request = { arrangementId: arrangement, reason: options.reason, actor: actor(), preview };
    tell(await withApp(({ commitDeps }) => undoArrangement(commitDeps, request)), options, preview);
    exit(0);
  });
  games
    .command('arrangements')
    .description('What was arranged by hand, newest first.')
    .option('--limit <n>', 'at most so many', wholeNumber, 20)
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ variorum games arrangements --limit 5')
    .action(async (options: { limit: number; json?: boolean }) => {
      const found = await withApp(({ pool }) => listArrangements(pool, options.limit));
      if (options.json) json(found);
      else if (found.length === 0) say('Nothing was arranged by hand.');
      else for (const row of found) say(line(row));
      exit(0);
    });
}

function id(text: string): string {
  const found = readGameId(text);
  if (!found) throw new InvalidArgumentError(`«${text}» is no id of a game; \`variorum games search\` finds ids.`);
  return found;
}

function tell(
  { arrangementId, pairs, before, after, opened, closed }: Arranged,
  options: Options,
  preview: boolean,
): void {
  if (options.json) {
    json({ arrangementId, pairs, before, after, opened, closed });
    return;
  }
  if (after.length === 0) say(preview ? 'No game would change.' : 'No game changed.');
  else say(['Before:', ...before.map(game), 'After:', ...after.map(game)].join('\n'));
  say(
    `${count(pairs.length, 'judgement')} on records, ${count(opened, 'question')} opened, ${closed} closed. ${
      preview ? 'Nothing was kept.' : `To take it back: variorum games undo ${arrangementId}`
    }`,
  );
}

const game = ({ gameId, records }: GameState): string =>
  [`  ${gameId}`, ...records.map(({ recordId, title }) => `    ${clean(recordId)}  ${clean(title)}`)].join('\n');

const line = ({ arrangementId, kind, madeAt, madeBy, pairs, reason, undoneAt }: ArrangementRow): string =>
  `${arrangementId}  ${madeAt}  ${kind}, ${count(pairs.length, 'judgement')}, by ${clean(madeBy)}${
    reason === null ? '' : `: ${clean(reason)}`
  }${undoneAt === null ? '' : `  (undone ${undoneAt})`}`;
