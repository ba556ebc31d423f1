/** `variorum reviews`: the questions the machine cannot decide, and a curator's word on them. */
import { Command } from 'commander';
import { listReviews, type ReviewRow, readReview } from '../catalogue/reviews.ts';
import { judge } from '../judge.ts';
import { clean, json, say } from './screen.ts';
import { actor, type Exit, Unusable, withApp } from './session.ts';

type Options = { json?: boolean };

export function reviewsCommand(exit: Exit): Command {
  const command = new Command('reviews')
    .description('Lists, shows and judges open questions.')
    .addHelpText('after', '\nExample:\n  $ variorum reviews list');
  command
    .command('list')
    .description('Open questions, those first whose answer brings most.')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ variorum reviews list --json')
    .action(async (options: Options) => {
      const found = await withApp(({ pool }) => listReviews(pool, actor()));
      if (options.json) json(found);
      else if (found.open === 0) say('Nothing waits for a judgement.');
      else
        for (const review of found.reviews)
          say(
            `${review.reviewId}  ${review.kind}  ${clean(review.title)}  (${review.source}, ${review.candidates.length} candidates)`,
          );
      exit(0);
    });
  command
    .command('show <id>')
    .description('One question with the evidence for and against each candidate.')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ variorum reviews show 0199f3c2-1111-7abc-8def-000000000001')
    .action(async (id: string, options: Options) => {
      const review = await withApp(({ pool }) => readReview(pool, id, actor()));
      if (!review) throw new Unusable(`There is no review «${id}»; see \`variorum reviews list\`.`);
      if (options.json) json(review);
      else say(question(review));
      exit(0);
    });
  command
    .command('judge <id> <judgement>')
    .description('`same` (with --game), `different` or `unsure`; for a draft at the gate, `same` publishes it.')
    .option('--game <id>', 'the game it is the same as')
    .option('--reason <text>', 'why')
    .addHelpText(
      'after',
      '\nExample:\n  $ variorum reviews judge 0199f3c2-1111-7abc-8def-000000000001 different --reason "another author"',
    )
    .action(async (id: string, judgement: string, options: { game?: string; reason?: string }) => {
      if (judgement !== 'same' && judgement !== 'different' && judgement !== 'unsure')
        throw new Unusable(`«${judgement}» is no judgement: say same, different or unsure.`);
      await withApp((app) =>
        judge(app.commitDeps, {
          reviewId: id,
          judgement,
          gameId: options.game,
          reason: options.reason,
          actor: actor(),
        }),
      );
      say('Judged.');
      exit(0);
    });
  return command;
}

function question(review: ReviewRow): string {
  const candidates = review.candidates.map(({ gameId, title, evidence, probability }) =>
    [
      `  ${gameId}  ${clean(title)}${probability === undefined ? '' : `  ${Math.floor(probability * 1000) / 10} %`}`,
      ...evidence.map(
        ({ feature, weight, detail }) =>
          `      ${weight > 0 ? '+' : ''}${Math.round(weight * 100) / 100}  ${feature}: ${clean(detail)}`,
      ),
    ].join('\n'),
  );
  return [`«${clean(review.title)}» from ${review.source}, ${review.url}`, ...review.reasons, ...candidates].join('\n');
}
