/** From a rule book to what can be applied to a game; and what in the book cannot stand, each mistake in one sentence. */
import type { GameUrl, Tag } from '../../domain/record.ts';
import { type Action, type GenreRow, type Rule, type RuleBook, sameName, type Text } from '../../domain/rule-book.ts';
import { type Compiled, compileCel, mistake, type Variables } from './cel.ts';
import { mistakesInNames, tagNameKey } from './rule-names.ts';
import { bare, full } from './rule-samples.ts';
import { notLanguage, notName, notShort, notSlug, notUrl } from './rule-values.ts';

/** Something a rule wants a game to have. */
export type Addition = { to: 'tags'; value: Tag } | { to: 'urls'; value: GameUrl } | { to: 'languages'; value: string };

export type CompiledRule = { name: string; additions: (game: () => Variables) => Addition[] };
export type Rules = {
  rules: CompiledRule[];
  lowerCase: ReadonlySet<string>;
  genres: ReadonlyMap<string, GenreRow>;
  tagNames: ReadonlyMap<string, RuleBook['tagNames'][number]>;
  redirects: ReadonlyMap<string, { from: string; to: string }>;
  ignored: ReadonlyMap<string, string>;
};

/** A rule that cannot be compiled stays among the others and fails at every game, so that it is seen. */
export function compileRules(book: RuleBook): { rules: Rules; mistakes: string[] } {
  const mistakes: string[] = [];
  const rules = book.rules.map((rule) => {
    const own: string[] = [];
    const compiled = compileRule(rule, (where, what) => own.push(`The rule «${rule.name}», ${where}: ${what}.`));
    if (own.length === 0) tryOnSamples(compiled, own);
    mistakes.push(...own);
    return own.length === 0 ? compiled : failing(rule.name, own[0] ?? '');
  });
  mistakes.push(...mistakesInNames(book));
  return {
    mistakes,
    rules: {
      rules,
      lowerCase: new Set(book.lowerCase),
      genres: new Map(book.genres.map((row) => [sameName(row.tag), row])),
      tagNames: new Map(book.tagNames.map((row) => [tagNameKey(row.category, row.from), row])),
      redirects: new Map(
        Object.entries(book.people.redirects).map(([from, to]) => [sameName(from), { from, to }] as const),
      ),
      ignored: new Map(book.people.ignored.map((name) => [sameName(name), name])),
    },
  };
}

type Tell = (where: string, what: string) => void;

function compileRule(rule: Rule, tell: Tell): CompiledRule {
  if (!/^[a-z0-9][a-z0-9-]{0,79}$/.test(rule.name))
    tell('name', 'takes small Latin letters, digits and hyphens, at most 80');
  if (rule.why.trim() === '') tell('why', 'is empty; say why a value is added, in one sentence');
  if (rule.do.length === 0) tell('do', 'adds nothing');
  const when = expression(rule.when, 'bool', (what) => tell('when', what));
  const actions = rule.do.map((action, index) =>
    compileAction(action, (where, what) => tell(`do[${index}].${where}`, what)),
  );
  return {
    name: rule.name,
    additions(game) {
      const variables = game();
      return when.run(variables) === true ? actions.flatMap((act) => act(variables)) : [];
    },
  };
}

const nothing: Compiled = { type: 'dyn', run: () => undefined };

function expression(
  text: string,
  wanted: 'bool' | 'string' | 'list',
  tell: (what: string) => void,
  it?: string,
): Compiled {
  const compiled = compileCel(text, wanted, it);
  if (typeof compiled !== 'string') return compiled;
  tell(compiled);
  return nothing;
}

function compileAction(action: Action, tell: Tell): (game: Variables) => Addition[] {
  const each = action.each === undefined ? null : expression(action.each, 'list', (what) => tell('each', what));
  const it = each === null ? undefined : (/^list<(.+)>$/.exec(each.type)?.[1] ?? 'dyn');
  const text = (name: string, value: Text | undefined, mistakeIn: (literal: string) => string | null) => {
    if (value === undefined) return () => undefined;
    if (typeof value === 'string') {
      const wrong = mistakeIn(value);
      if (wrong !== null) tell(name, wrong);
      return () => value;
    }
    const compiled = expression(value.cel, 'string', (what) => tell(name, what), it);
    return (game: Variables, one: unknown) => {
      const made = String(compiled.run(game, one)).replace(/[\ud800-\udbff]$/, '');
      const wrong = mistakeIn(made);
      if (wrong !== null) throw new Error(`${name} ${wrong}`);
      return made;
    };
  };
  const times = (make: (game: Variables, one: unknown) => Addition) => (game: Variables) =>
    each === null ? [make(game, undefined)] : [...(each.run(game) as Iterable<unknown>)].map((one) => make(game, one));
  switch (action.add) {
    case 'tag': {
      const { category } = action;
      if (action.slug === undefined && action.name === undefined)
        tell('slug', 'is missing, and so is name: one of them must be there');
      const slug = text('slug', action.slug, notSlug);
      const name = text('name', action.name, notName);
      return times((game, one) => {
        const [tagSlug, tagName] = [slug(game, one), name(game, one)];
        return {
          to: 'tags',
          value: { category, ...(tagSlug && { slug: tagSlug }), ...(tagName && { name: tagName }) },
        };
      });
    }
    case 'url': {
      const { category } = action;
      const url = text('url', action.url, notUrl);
      const description = text('description', action.description, notShort);
      return times((game, one) => {
        const said = description(game, one);
        return { to: 'urls', value: { category, url: url(game, one) ?? '', ...(said && { description: said }) } };
      });
    }
    case 'language': {
      const language = text('language', action.language, notLanguage);
      return times((game, one) => ({ to: 'languages', value: language(game, one) ?? '' }));
    }
  }
}

/** An expression that fails on any game at all is told when it is written, not when it meets one. */
function tryOnSamples(rule: CompiledRule, mistakes: string[]): void {
  for (const [kind, sample] of [
    ['with little known', bare],
    ['with everything known', full],
  ] as const) {
    try {
      rule.additions(() => sample);
    } catch (error) {
      mistakes.push(`The rule «${rule.name}» fails on a game ${kind}: ${plain(error)}.`);
      return;
    }
  }
}

/** What an expression says when it fails at a game. */
export const plain = (error: unknown): string => mistake(error).replace(/^is not understood: /, '');

function failing(name: string, why: string): CompiledRule {
  return {
    name,
    additions() {
      throw new Error(why);
    },
  };
}
