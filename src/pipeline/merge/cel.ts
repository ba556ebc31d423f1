/**
 * Expressions in CEL, the language of the rules: checked when they are written, compiled once, and held to
 * bounds, so that no expression can run code, read anything but the game, or keep a worker busy.
 */
import { type ASTNode, Environment, type ParseResult, serialize } from '@marcbachmann/cel-js';
import { RE2JS } from 're2js';

export class CelTag {
  readonly category: string;
  readonly slug: string;
  readonly name: string;
  constructor(category: string, slug: string, name: string) {
    this.category = category;
    this.slug = slug;
    this.name = name;
  }
}
export class CelUrl {
  readonly category: string;
  readonly url: string;
  /** With the port, as in the address. */
  readonly host: string;
  readonly description: string;
  constructor(category: string, url: string, description: string) {
    this.category = category;
    this.url = url;
    this.host = URL.canParse(url) ? new URL(url).host : '';
    this.description = description;
  }
}
export class CelCredit {
  readonly role: string;
  readonly name: string;
  constructor(role: string, name: string) {
    this.role = role;
    this.name = name;
  }
}

/** What an expression may speak of. */
export type Variables = {
  title: string;
  tags: CelTag[];
  urls: CelUrl[];
  credits: CelCredit[];
  languages: string[];
  /** Names of the sources whose records make the game. */
  sources: string[];
  /** EDTF; empty when unknown. */
  releaseDate: string;
};

export type Compiled = { type: string; run: (variables: Variables, it?: unknown) => unknown };

const longest = 2000;
const deepestLoops = 2;
const loops = new Set(['all', 'exists', 'exists_one', 'existsOne', 'map', 'filter', 'transformList', 'transformMap']);
const linear = 'matchesInLinearTime';

const environment = new Environment({
  limits: { maxAstNodes: 300, maxDepth: 40, maxListElements: 200, maxMapEntries: 20, maxCallArguments: 8 },
})
  .registerType('Tag', { ctor: CelTag, fields: { category: 'string', slug: 'string', name: 'string' } })
  .registerType('Url', {
    ctor: CelUrl,
    fields: { category: 'string', url: 'string', host: 'string', description: 'string' },
  })
  .registerType('Credit', { ctor: CelCredit, fields: { role: 'string', name: 'string' } })
  .registerVariable('title', 'string')
  .registerVariable('tags', 'list<Tag>')
  .registerVariable('urls', 'list<Url>')
  .registerVariable('credits', 'list<Credit>')
  .registerVariable('languages', 'list<string>')
  .registerVariable('sources', 'list<string>')
  .registerVariable('releaseDate', 'string')
  .registerFunction('list<Tag>.like(string, string): bool', (tags: CelTag[], category: string, pattern: string) => {
    const fits = patternOf(`^(?:${pattern})`, RE2JS.CASE_INSENSITIVE);
    return tags.some((tag) => tag.category === category && (fits.test(tag.name) || fits.test(tag.slug)));
  })
  .registerFunction(`string.${linear}(string): bool`, (text: string, pattern: string) =>
    patternOf(pattern, 0).test(text),
  );
const withIt = new Map<string, Environment>();

/** RE2 as CEL demands it: no pattern takes longer than the text is long. */
function patternOf(pattern: string, flags: number): RE2JS {
  const key = `${flags}${pattern}`;
  const known = patterns.get(key);
  if (known) return known;
  if (patterns.size >= 1000) patterns.clear();
  const compiled = RE2JS.compile(pattern, flags);
  patterns.set(key, compiled);
  return compiled;
}
const patterns = new Map<string, RE2JS>();

/**
 * Compiles an expression of the wanted type (`list`: of anything); `it` is the type of the variable `it`. Returns
 * the mistake as half a sentence when it cannot stand.
 */
export function compileCel(text: string, wanted: 'bool' | 'string' | 'list', it?: string): Compiled | string {
  if (text.length > longest) return `has ${text.length} characters, more than ${longest}`;
  const own = it === undefined ? environment : environmentWithIt(it);
  try {
    const parsed = own.parse(text);
    const { type, error } = parsed.check();
    if (error) return mistake(error, text);
    const fits = wanted === 'list' ? type?.startsWith('list') : type === wanted || type === 'dyn';
    if (!fits) return `gives ${type ?? 'nothing'} where ${wanted} is wanted`;
    const refused = refusal(parsed.ast, 0);
    if (refused !== null) return refused;
    // The library's `matches` knows the slow patterns of JavaScript: CEL's own are those of RE2.
    rename(parsed.ast, 'matches', linear);
    const run = own.parse(serialize(parsed.ast)) as ParseResult;
    return {
      type: type ?? 'dyn',
      run: (variables, one) => run(it === undefined ? variables : { ...variables, it: one }),
    };
  } catch (error) {
    return mistake(error, text);
  }
}

function environmentWithIt(type: string): Environment {
  const known = withIt.get(type) ?? environment.clone().registerVariable('it', type);
  withIt.set(type, known);
  return known;
}

/** One line without the drawing the library puts under it. */
export function mistake(error: unknown, text?: string): string {
  const { summary, message, range } = error as { summary?: string; message?: string; range?: { start: number } };
  const what = (summary ?? message ?? String(error)).split('\n')[0] ?? '';
  const near = text !== undefined && range ? ` at «${text.slice(range.start, range.start + 30)}»` : '';
  return `is not understood: ${what.charAt(0).toLowerCase()}${what.slice(1)}${near}`;
}

function childrenOf(node: ASTNode): ASTNode[] {
  const found: ASTNode[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) visit(one);
    else if (typeof value === 'object' && value !== null && 'op' in value) found.push(value as ASTNode);
  };
  visit(node.args);
  return found;
}

function refusal(node: ASTNode, depth: number): string | null {
  let inside = depth;
  if (node.op === 'call' || node.op === 'rcall') {
    const [name] = node.args;
    if (name === 'bind') return 'uses cel.bind, which could make texts without end';
    if (loops.has(name)) inside += 1;
    if (inside > deepestLoops) return `has more than ${deepestLoops} loops in one another`;
    const pattern = name === 'matches' ? node.args.at(-1) : name === 'like' ? node.args.at(-1) : undefined;
    const [last] = (Array.isArray(pattern) ? pattern : []).slice(-1);
    if (pattern !== undefined && last?.op !== 'value') return `calls ${name} with a pattern that is not written out`;
    if (last?.op === 'value') {
      try {
        patternOf(String(last.args), 0);
      } catch {
        return `has a pattern that RE2 does not understand: «${String(last.args).slice(0, 80)}»`;
      }
    }
  }
  for (const child of childrenOf(node)) {
    const found = refusal(child, inside);
    if (found !== null) return found;
  }
  return null;
}

function rename(node: ASTNode, from: string, to: string): void {
  if (node.op === 'rcall' && node.args[0] === from) node.args[0] = to;
  for (const child of childrenOf(node)) rename(child, from, to);
}
