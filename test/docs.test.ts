/** What the program has stands in the documents, and what the documents name is there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { program } from '../src/cli/main.ts';
import { settings } from '../src/platform/config.ts';
import { sources } from '../src/sources/all.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const text = (path: string) => readFileSync(join(root, path), 'utf8');
const filesIn = (folder: string, ending: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));

const readme = text('README.md');
const operating = text('docs/operating.md');
const architecture = text('docs/architecture.md');
const events = text('docs/events.md');
const documents = ['README.md', ...filesIn('docs', '.md')].map((path) => ({ path, text: text(path) }));

const all = (source: string, pattern: RegExp): string[] => [
  ...new Set([...source.matchAll(pattern)].map((match) => match[1] ?? '')),
];
/** The part of a file from a line on to the end of what it begins. */
const block = (path: string, begin: string) =>
  text(path)
    .split(begin)[1]
    ?.split(/\n(?:[};]|\n\S)|;\n/)[0] ?? '';
const code = (name: string) => `\`${name}\``;
const missing = (names: readonly string[], stands: (name: string) => boolean) => {
  expect(names.length).toBeGreaterThan(0);
  return names.filter((name) => !stands(name));
};

/** Each type of event with the names of its payload's fields. */
function payloads(): Map<string, string[]> {
  const file = ts.createSourceFile('events.ts', text('src/domain/events.ts'), ts.ScriptTarget.Latest);
  const fields = new Map<string, string[]>();
  for (const statement of file.statements) {
    if (!ts.isTypeAliasDeclaration(statement) || statement.name.text !== 'Payloads') continue;
    for (const member of membersOf(statement.type)) fields.set(nameOf(member, file), namesIn(member, file));
  }
  return fields;
}
const membersOf = (type: ts.TypeNode | undefined) => (type && ts.isTypeLiteralNode(type) ? [...type.members] : []);
const nameOf = (member: ts.TypeElement, file: ts.SourceFile) => member.name?.getText(file) ?? '';
const namesIn = (member: ts.TypeElement, file: ts.SourceFile) =>
  ts.isPropertySignature(member) ? membersOf(member.type).map((field) => nameOf(field, file)) : [];

/** All commands, each with its full path: `variorum sources list`. */
function commands(command: Command = program(() => undefined), above = ''): { path: string; command: Command }[] {
  const path = `${above} ${command.name()}`.trim();
  return [{ path, command }, ...command.commands.flatMap((sub) => commands(sub, path))];
}

function help(command: Command): string {
  const parts: string[] = [];
  command.configureOutput({ writeOut: (part) => parts.push(part) }).outputHelp();
  return parts.join('');
}

/** Does something itself: `link` does, beside its subcommands. */
const isLeaf = (command: Command): boolean => command.commands.length === 0 || command.registeredArguments.length > 0;

describe('what the program has stands in the documents', () => {
  test('docs/events.md has a section for each type of event, and no other', () => {
    const types = [...payloads().keys()];
    expect(types.length).toBeGreaterThan(15);
    expect(all(events, /^### ([A-Z][a-z]+[A-Z]\w+)$/gm).sort()).toEqual(types.sort());
  });

  test.each([...payloads()])('its section %s names the fields %j', (type, fields) => {
    const section = events.split(`### ${type}\n`)[1]?.split(/\n##/)[0] ?? '';
    expect(fields.filter((field) => !section.includes(code(field)))).toEqual([]);
  });

  test('docs/architecture.md has each table and SQL view', () => {
    const sql = [...filesIn('migrations', '.sql'), 'src/platform/migrate.ts', 'src/platform/import-task.ts'].map(text);
    const names = all(sql.join('\n'), /create (?:or replace )?(?:table|view) (?:if not exists )?"?(\w+)/gi);
    expect(names).toContain('import_task');
    expect(missing(names, (name) => new RegExp(`^\\| [^|]*\`${name}\``, 'm').test(architecture))).toEqual([]);
  });

  test('docs/architecture.md has each kind of job', () => {
    const kinds = all(text('src/pipeline/jobs.ts'), /kind: '(\w+)'/g);
    expect(missing(kinds, (kind) => architecture.includes(`| ${code(kind)} |`))).toEqual([]);
  });

  test.each([
    ['README.md', readme],
    ['docs/operating.md', operating],
  ])('%s has each setting with its default', (_, document) => {
    const rows = document.split('\n').filter((line) => line.startsWith('|'));
    const told = settings.filter(({ name, default: value }) =>
      rows.some((row) => row.includes(code(name)) && (value === null || row.includes(`| ${code(value)} |`))),
    );
    expect(settings.filter((setting) => !told.includes(setting))).toEqual([]);
  });

  test('README.md has each command', () => {
    const leaves = commands().filter(({ command }) => isLeaf(command));
    const paths = leaves.map(({ path }) => path);
    expect(missing(paths, (path) => readme.includes(`| ${code(path)} |`))).toEqual([]);
  });

  test('docs/sources.md has each source with its rank, its pause, and whether it is proven', () => {
    const document = readFileSync(join(root, 'docs/sources.md'), 'utf8');
    const wrong = sources.filter(({ name, rank, hostDelayMs, provenBy, changes, people }) => {
      const cells = document
        .split('\n')
        .find((line) => line.startsWith(`| ${code(name)} |`))
        ?.split('|')
        .map((cell) => cell.trim());
      if (!cells) return true;
      const [feed, persons, , proof = ''] = cells.slice(5);
      return !(
        cells.at(-3) === String(rank) &&
        cells.at(-2) === `${hostDelayMs / 1000} s` &&
        proof.startsWith('unproven') === (provenBy === null) &&
        feed?.startsWith('yes') === (changes !== undefined) &&
        persons?.startsWith('yes') === (people !== undefined)
      );
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  test('README.md has each bench', () => {
    const benches = all(block('bench/run.ts', 'const benches: Record<string, Bench> = {'), /(?:^|,)\s*(\w+)/g);
    expect(benches).toContain('append');
    expect(missing(benches, (name) => readme.includes(`| ${code(name)} |`))).toEqual([]);
  });

  test('docs/operating.md has each cause of failure', () => {
    const jobs = [...filesIn('src/pipeline', '.job.ts'), 'src/run-jobs.ts', 'src/pipeline/crawl/request.ts']
      .map(text)
      .join('\n');
    const causes = [
      ...all(block('src/platform/web.ts', 'export type FailureCause ='), /\| '([^']+)'/g),
      ...all(jobs, /\bcause: '([^']+)'/g),
      ...all(jobs, /new WorkFailed\(\s*'([^']+)'/g),
      ...all(jobs, /instanceof Conflict \? '([^']+)'/g),
    ];
    expect(causes).toEqual(expect.arrayContaining(['timeout', 'broken listing', 'unknown-page', 'conflict']));
    expect(missing(causes, (cause) => operating.includes(`| ${code(cause)} |`))).toEqual([]);
  });
});

describe('what the documents name is there', () => {
  test('commands', () => {
    const known = new Map(commands().map(({ path, command }) => [path, isLeaf(command)]));
    const wrong = documents.flatMap(({ path, text }) =>
      all(text, /(?:`|\$ |bin\/)(variorum(?: [a-z]+\b(?![:/.-]))+)/g)
        .filter((said) => {
          const words = said.split(' ');
          return known.get(words.slice(0, 2).join(' ')) !== true && known.get(words.slice(0, 3).join(' ')) !== true;
        })
        .map((said) => `${path}: ${said}`),
    );
    expect(wrong).toEqual([]);
  });

  test('links lead to files, and to headings in them', () => {
    const wrong = documents.flatMap(({ path, text: document }) =>
      all(document.replace(/^```[\s\S]*?^```/gm, ''), /\]\(([^)\s]+)\)/g)
        .filter((link) => !/^[a-z]+:/.test(link) && !leads(path, link))
        .map((link) => `${path}: ${link}`),
    );
    expect(wrong).toEqual([]);
  });

  test('npm scripts, in the shell blocks of README.md', () => {
    const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> };
    const blocks = all(readme, /^```sh\n([\s\S]*?)^```/gm).filter((sh) => sh.startsWith('npm'));
    const names = blocks.flatMap((sh) => all(sh, /npm (?:run )?([\w:]+)/g)).filter((name) => name !== 'ci');
    expect(missing(names, (name) => name in scripts)).toEqual([]);
  });
});

test('the help of every command has an example', () => {
  const silent = commands().filter(({ command }) => !/\nExamples?:\n {2}\$ /.test(help(command)));
  expect(silent.map(({ path }) => path)).toEqual([]);
});

function leads(from: string, link: string): boolean {
  const [file = '', heading] = link.split('#');
  const target = file === '' ? join(root, from) : resolve(root, dirname(from), file);
  if (!existsSync(target)) return false;
  return (
    heading === undefined ||
    all(readFileSync(target, 'utf8'), /^#+ (.+)$/gm)
      .map(anchor)
      .includes(heading)
  );
}

/** As GitHub makes them. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
}
