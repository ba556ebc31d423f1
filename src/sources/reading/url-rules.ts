/**
 * Rules that tell by an address what it leads to, as rows of data: the first row that fits decides. Rows can be listed,
 * compared and edited; they hold no code.
 */
export type UrlRule<Category extends string> = {
  /** A host (or several), `*.example.org` for all below it, or after `@` a pattern from its start; absent: any. */
  host?: string | readonly string[];
  /** Patterns from the start of the encoded path, and of the query without `?`; absent: any. */
  path?: string;
  query?: string;
  /** The path's case does not count. */
  anyCase?: true;
  /** Null: such links are dropped (a site's front page). */
  category: Category | null;
  /** Stands where a link has no words of its own. */
  description: string;
};

type Compiled<Category extends string> = {
  row: UrlRule<Category>;
  host: RegExp | undefined;
  path: RegExp | undefined;
  query: RegExp | undefined;
};

/** Makes rows ready; returns the search for the first that fits. Hosts written out are looked up, not walked through. */
export function compileUrlRules<Category extends string>(
  rows: readonly UrlRule<Category>[],
): (url: Pick<URL, 'hostname' | 'pathname' | 'search'>) => UrlRule<Category> | undefined {
  const all = rows.flatMap((row) => hostsOf(row).map((host) => ({ host, rule: compile(row, host) })));
  const isExact = (host: string | undefined) => host !== undefined && !/^[@*]/.test(host);
  const exact = new Set(all.map(({ host }) => host).filter((host) => host !== undefined && isExact(host)));
  const others = all.filter(({ host }) => !isExact(host)).map(({ rule }) => rule);
  const byHost = new Map(
    [...exact].map((name) => [name, all.filter(({ host }) => host === name || !isExact(host)).map(({ rule }) => rule)]),
  );
  return ({ hostname, pathname, search }) => {
    const query = search.slice(1);
    for (const rule of byHost.get(hostname) ?? others) {
      if (rule.host?.test(hostname) === false) continue;
      if (rule.path?.test(pathname) === false || rule.query?.test(query) === false) continue;
      return rule.row;
    }
    return undefined;
  };
}

const hostsOf = ({ host }: UrlRule<string>): readonly (string | undefined)[] =>
  typeof host === 'string' || host === undefined ? [host] : host;

function compile<Category extends string>(row: UrlRule<Category>, host: string | undefined): Compiled<Category> {
  const fromStart = (pattern: string | undefined, flags = '') =>
    pattern === undefined ? undefined : new RegExp(`^(?:${pattern})`, flags);
  const below = host?.startsWith('*.') ? `.+${host.slice(1).replaceAll('.', '\\.')}$` : undefined;
  return {
    row,
    host: fromStart(host?.startsWith('@') ? host.slice(1) : below),
    path: fromStart(row.path, row.anyCase ? 'i' : ''),
    query: fromStart(row.query),
  };
}
