/** `variorum link train`: learns from labelled pairs which records are one thing, and writes what it learned to a file. */
import { Command } from 'commander';
import { type FieldRoles, isRole, type Role, roleNames, rolesOf } from '../pipeline/match/pair-record.ts';
import { type LabelledPair, leastOfEach, trainingSteps, trainModel } from '../pipeline/match/train-model.ts';
import type { TrainedModel } from '../pipeline/match/trained-model.ts';
import { BadFile } from '../platform/json-lines.ts';
import { PairLines } from './pair-lines.ts';
import { clean, count, countdown, json, note, say } from './screen.ts';
import { type Exit, Unusable } from './session.ts';
import { writeBeside } from './write-beside.ts';

type Options = { out: string; map?: FieldRoles; json?: boolean };

export function linkTrainCommand(exit: Exit): Command {
  return new Command('train')
    .description('Learns from labelled pairs of records, of any fields, which are one thing. Needs no database.')
    .argument('<labelled>', 'pairs as JSON Lines, {left, right, label}; may be gzipped')
    .requiredOption('--out <model>', 'where the model goes')
    .option(
      '--map <roles>',
      'which field is what, ROLE=FIELD with commas between; others go by their own name',
      readMap,
    )
    .option('--json', 'print the figures as JSON')
    .addHelpText(
      'after',
      `\nRoles: ${roleNames.join(', ')}.\nA pair: {"left":{"title":"Lighthouse","brand":"Novak"},"right":{"title":"The Lighthouse","brand":""},"label":1}\n\nExample:\n  $ variorum link train labelled.jsonl.gz --map title=title,authors=manufacturer --out model.json`,
    )
    .action(async (path: string, options: Options) => exit(await train(path, options)));
}

/** `title=name,authors=maker`, as the role of each field. A role may be given several fields, a field one role. */
export function readMap(text: string): FieldRoles {
  const map: Record<string, Role> = Object.create(null);
  for (const part of text.split(',')) {
    const at = part.indexOf('=');
    const [role, field] = [part.slice(0, at).trim(), part.slice(at + 1).trim()];
    if (at < 1 || field === '')
      throw new Unusable(`--map has «${clean(part)}»; it must be ROLE=FIELD, such as authors=manufacturer.`);
    if (!isRole(role))
      throw new Unusable(`--map has the role «${clean(role)}», which is none of ${roleNames.join(', ')}.`);
    if (map[field] !== undefined) throw new Unusable(`--map names the field «${clean(field)}» twice.`);
    map[field] = role;
  }
  return map;
}

async function train(path: string, options: Options): Promise<0 | 1> {
  return await writeBeside(options.out, async (write) => {
    const lines = new PairLines(path, true);
    const pairs = await load(lines);
    const seen = new Set(pairs.flatMap(({ left, right }) => [...Object.keys(left), ...Object.keys(right)]));
    const fields = chooseFields(seen, options.map ?? {});
    const matches = pairs.filter(({ same }) => same).length;
    if (matches < leastOfEach || pairs.length - matches < leastOfEach)
      throw new Unusable(
        `${path} has ${count(matches, 'pair')} labelled 1 and ${pairs.length - matches} labelled 0: at least ${leastOfEach} of each are needed.`,
      );
    let progress: ReturnType<typeof countdown> | null = null;
    let step = 0;
    const model = trainModel(pairs, fields, () => {
      progress ??= countdown(trainingSteps, 'trees grown');
      step += 1;
      if (step % 25 === 0) progress.show(step);
    });
    (progress as ReturnType<typeof countdown> | null)?.end();
    await write(`${JSON.stringify(model)}\n`);
    tell(model, lines, options);
    return lines.bad > 0 ? 1 : 0;
  });
}

async function load(lines: PairLines): Promise<LabelledPair[]> {
  const pairs: LabelledPair[] = [];
  try {
    for await (const { pair } of lines) pairs.push({ left: pair.left, right: pair.right, same: pair.label === true });
  } catch (error) {
    throw error instanceof BadFile ? new Unusable(error.message) : error;
  }
  return pairs;
}

function chooseFields(seen: ReadonlySet<string>, map: FieldRoles): FieldRoles {
  const absent = Object.keys(map).filter((field) => !seen.has(field));
  if (absent.length > 0)
    throw new Unusable(`--map names ${list(absent)}, which no pair has; the pairs have ${list(seen)}.`);
  const { roles, unread } = rolesOf(seen, map);
  if (Object.keys(roles).length === 0)
    throw new Unusable(
      `None of the fields ${list(seen)} is known: say with --map what they are, such as --map title=FIELD.`,
    );
  const read = Object.entries(roles).map(([field, role]) => (field === role ? field : `${field} as ${role}`));
  note(`Fields read: ${list(read)}.`);
  if (unread.length > 0) note(`Fields not read: ${list(unread)}; --map ROLE=FIELD says what they are.`);
  return roles;
}

const list = (names: Iterable<string>): string => [...names].map(clean).join(', ') || 'none';

function tell({ trained, thresholds }: TrainedModel, lines: PairLines, options: Options): void {
  if (options.json) {
    json({ pairs: trained.pairs, matches: trained.matches, badLines: lines.bad, thresholds, ...trained.figures });
    return;
  }
  const { f1, precision, recall, calibrationError } = trained.figures;
  say(
    `${count(trained.pairs, 'pair')}, ${trained.matches.toLocaleString('en')} of them one thing; the model is in ${options.out}.`,
  );
  say(
    `On pairs held out in turn: F1 ${f1}, precision ${precision}, recall ${recall}, expected calibration error ${calibrationError}.`,
  );
  say(
    `Joined from probability ${thresholds.same.toFixed(3)} on${thresholds.sure === null ? '' : `; from ${thresholds.sure.toFixed(3)} on, 99 of 100 are right`}.`,
  );
  if (lines.bad > 0)
    say(`${count(lines.bad, 'line')} could not be used and ${lines.bad === 1 ? 'was' : 'were'} left out.`);
}
