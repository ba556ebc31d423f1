/** The house keeps its shape: imports run one way, without circles, and files stay small. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

type File = { path: string; text: string; imports: string[]; packages: string[] };

const files = ['src', 'dashboard/src', 'bench', 'test'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('node_modules'))
    .map((name) => read(join(folder, name))),
);

function read(path: string): File {
  const text = readFileSync(join(root, path), 'utf8');
  const found = [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|(?:^|\n)import\s+'([^']+)'/g,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
  const local = found.filter((name) => name.startsWith('.'));
  return {
    path,
    text,
    imports: local.map((name) => relative(root, resolve(root, dirname(path), name))),
    packages: found.filter((name) => !name.startsWith('.')),
  };
}

const product = files.filter(({ path }) => path.startsWith('src/') && !/\.test\.ts$|\/load-fixtures\.ts$/.test(path));

/** Where a file lives, in the words of the rules below. */
function place(path: string): string {
  const [, first = '', second = ''] = path.split('/');
  if (!path.startsWith('src/')) return path.split('/')[0] ?? '';
  if (first === 'pipeline') {
    if (second.endsWith('.ts')) return 'pipeline';
    // A job, or a part of one that reads the world for it.
    return /\.job\.ts$|\/(request|poll|beside|read|standing|watch|person)\.ts$/.test(path)
      ? `job:${second}`
      : `step:${second}`;
  }
  return first.endsWith('.ts') ? 'top' : first;
}

/** What each place may import. A step imports no other step: they meet in flow.ts and the domain. */
function allowed(from: string): (to: string) => boolean {
  const [kind, step] = from.split(':');
  switch (kind) {
    case 'domain':
      return (to) => to === 'domain';
    case 'sources':
      return (to) => to === 'sources' || to === 'domain';
    case 'platform':
      return (to) => to === 'platform' || to === 'domain';
    case 'step':
      return (to) => to === 'domain' || to === `step:${step}`;
    case 'job':
      return (to) => ['domain', 'platform', 'pipeline', `step:${step}`, `job:${step}`].includes(to);
    case 'pipeline':
      return (to) => /^(domain|platform|pipeline|step:\w+|job:\w+)$/.test(to);
    case 'operate':
    case 'catalogue':
      return (to) => to === 'domain' || to === 'platform' || to === kind;
    case 'top':
      return (to) => to !== 'api' && to !== 'cli' && to !== 'sources';
    case 'api':
      return (to) => ['api', 'top', 'catalogue', 'domain', 'platform'].includes(to);
    case 'cli':
      return (to) =>
        ['cli', 'api', 'top', 'catalogue', 'domain', 'platform', 'pipeline', 'sources'].includes(to) ||
        to.startsWith('step:');
    default:
      return () => true;
  }
}

describe('imports run one way', () => {
  test('every file imports only what its place may', () => {
    const wrong = product.flatMap(({ path, imports }) => {
      const may = allowed(place(path));
      return imports.filter((to) => !may(place(to))).map((to) => `${path} → ${to}`);
    });
    expect(wrong).toEqual([]);
  });

  test('the dashboard knows of the server only the contract', () => {
    const wrong = files
      .filter(({ path }) => path.startsWith('dashboard/'))
      .flatMap(({ path, imports }) =>
        imports
          .filter((to) => to.startsWith('src/') && !/^src\/api\/contract(-\w+)?\.ts$/.test(to))
          .map((to) => `${path} → ${to}`),
      );
    expect(wrong).toEqual([]);
  });

  test('no circle', () => {
    const graph = new Map(files.map(({ path, imports }) => [path, imports]));
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (path: string, trail: string[]): void => {
      if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      else if (!done.has(path)) {
        for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
        done.add(path);
      }
    };
    for (const path of graph.keys()) visit(path, []);
    expect(circles).toEqual([]);
  });

  test('no barrels, no drawers for odds and ends', () => {
    expect(
      files
        .map(({ path }) => path)
        .filter((path) => /(^|\/)(index|utils?|helpers?|common|misc|types)\.tsx?$/.test(path)),
    ).toEqual([]);
  });

  test('pg-boss is known to the queue alone, undici to the web', () => {
    const users = (name: string) => product.filter(({ packages }) => packages.includes(name)).map(({ path }) => path);
    expect(users('pg-boss')).toEqual(['src/platform/queue.ts']);
    expect(users('undici').every((path) => path.startsWith('src/platform/'))).toBe(true);
  });
});

describe('the world is touched at the edges', () => {
  const inner = product.filter(({ path }) => !/^src\/(platform|cli|api)\//.test(path));

  test('no clock, no randomness, no environment outside the platform and the doors', () => {
    const wrong = inner.flatMap(({ path, text }) =>
      [...text.matchAll(/\b(Date\.now|new Date\(\)|Math\.random|process\.env|randomUUID|randomBytes)/g)].map(
        (match) => `${path}: ${match[1]}`,
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('rules, views and sources do no input or output', () => {
    const pure = inner.filter(({ path }) => /^(domain|sources|step)/.test(place(path)));
    // Loads a library when it is first needed, as an import would at the start.
    const lazy = (path: string, name: string) =>
      path === 'src/sources/reading/detect-language.ts' && /^node:(module|url)$/.test(name);
    const wrong = pure.flatMap(({ path, packages }) =>
      packages
        .filter((name) => /^(node:(?!crypto)|pg$|undici|fastify)/.test(name) && !lazy(path, name))
        .map((name) => `${path}: ${name}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('files', () => {
  test('stay under 300 lines', () => {
    const long = files
      .filter(({ text }) => text.split('\n').length > 300)
      .map(({ path, text }) => `${path}: ${text.split('\n').length}`);
    expect(long).toEqual([]);
  });

  test('say at their head what they are for', () => {
    const silent = product
      .filter(({ path, text }) => !/^(\/\*\*|\/\/)/.test(text) && !path.endsWith('.d.ts'))
      .map(({ path }) => path);
    expect(silent).toEqual([]);
  });
});
