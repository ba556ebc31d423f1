/**
 * Enrichment: the rule book applied to what all records of a game say. Pure. A rule is a source like a record is:
 * what it adds has the rule among those who say so. Adding what is there already does nothing, so a game that was
 * enriched twice is as if enriched once.
 */
import type { Claimed, GameFields } from '../../domain/game.ts';
import type { RecordId } from '../../domain/ids.ts';
import type { Tag } from '../../domain/record.ts';
import { genreRule, personRule, type RuleUse, ruleId, sameName, tagNameRule } from '../../domain/rule-book.ts';
import { CelCredit, CelTag, CelUrl, type Variables } from './cel.ts';
import { type Addition, plain, type Rules } from './compile-rules.ts';
import { tagNameKey } from './rule-names.ts';
import { creditKey, saysTag, tagKey, urlKey } from './sameness.ts';

/** So many values of a list a rule sees; no game has more, but a broken page might. */
const mostSeen = 300;

export type Enriched = { fields: GameFields; uses: RuleUse[] };

/** `sources`: the names of the sources whose records make the game. */
export function enrich(given: GameFields, sources: readonly string[], rules: Rules): Enriched {
  const uses = new Map<string, RuleUse>();
  const used = (rule: string) => {
    if (!uses.has(rule)) uses.set(rule, { rule });
  };
  const fields: GameFields = {
    ...given,
    credits: people(given.credits, rules, used),
    tags: spelled(given.tags, rules, used),
    urls: [...given.urls],
    languages: [...given.languages],
  };
  // A rule sees what those before it added; most add nothing, and what they see is made but once.
  let seen: Variables | null = null;
  for (const rule of rules.rules) {
    try {
      for (const addition of rule.additions(() => (seen ??= variablesOf(fields, sources)))) {
        if (!add(fields, addition, ruleId(rule.name))) continue;
        used(rule.name);
        seen = null;
      }
    } catch (error) {
      uses.set(rule.name, { rule: rule.name, failed: plain(error).slice(0, 300) });
    }
  }
  fields.tags = genres(fields.tags, rules, used);
  return { fields, uses: [...uses.values()] };
}

function add(fields: GameFields, addition: Addition, by: RecordId): boolean {
  switch (addition.to) {
    case 'tags': {
      const { value } = addition;
      if (fields.tags.some((tag) => saysTag(tag.value, value))) return false;
      fields.tags.push({ value, by: [by] });
      return true;
    }
    case 'urls': {
      const { value } = addition;
      if (fields.urls.some((url) => urlKey(url.value) === urlKey(value))) return false;
      fields.urls.push({ value, by: [by] });
      return true;
    }
    case 'languages': {
      const { value } = addition;
      if (fields.languages.some((language) => language.value === value)) return false;
      fields.languages.push({ value, by: [by] });
      return true;
    }
  }
}

function people(credits: GameFields['credits'], rules: Rules, used: (rule: string) => void): GameFields['credits'] {
  if (rules.ignored.size === 0 && rules.redirects.size === 0) return credits;
  const named = credits.flatMap((credit) => {
    const name = sameName(credit.value.name);
    const ignored = rules.ignored.get(name);
    if (ignored !== undefined) {
      used(personRule(ignored));
      return [];
    }
    const redirect = rules.redirects.get(name);
    if (!redirect || credit.value.name === redirect.to) return [credit];
    used(personRule(redirect.from));
    return [said(credit, { ...credit.value, name: redirect.to }, personRule(redirect.from))];
  });
  return united(
    named.filter(({ value }) => !rules.ignored.has(sameName(value.name))),
    creditKey,
  );
}

function spelled(tags: GameFields['tags'], rules: Rules, used: (rule: string) => void): GameFields['tags'] {
  const written = tags.map((tag) => {
    const { category, name } = tag.value;
    if (name === undefined) return tag;
    const other = rules.tagNames.get(tagNameKey(category, name));
    if (other && other.to !== name) {
      const rule = tagNameRule(other.category, other.from);
      used(rule);
      return said(tag, { ...tag.value, name: other.to }, rule);
    }
    const lower = rules.lowerCase.has(category) ? name.toLowerCase() : name;
    return lower === name ? tag : { ...tag, value: { ...tag.value, name: lower } };
  });
  return united(written, tagKey);
}

function genres(given: GameFields['tags'], rules: Rules, used: (rule: string) => void): GameFields['tags'] {
  const tags = given.map((tag) => (tag.value.category === 'genre' ? { ...tag, by: [...tag.by] } : tag));
  const standing = tags.filter(({ value }) => value.category === 'genre');
  const found: GameFields['tags'] = [];
  const beside: GameFields['tags'] = [];
  for (const tag of tags) {
    const row = tag.value.category === 'tag' ? genreOf(tag.value, rules) : undefined;
    if (!row?.replace) found.push(tag);
    if (!row) continue;
    const value: Tag = { category: 'genre', slug: row.genre };
    const present = standing.find((genre) => saysTag(genre.value, value));
    if (present && !row.replace) continue;
    const rule = genreRule(row.tag);
    const genre = said(tag, value, rule);
    used(rule);
    if (present) {
      // The tag goes; whoever said it says the genre now.
      present.by.push(...genre.by.filter((id) => !present.by.includes(id)));
    } else {
      standing.push(genre);
      (row.replace ? found : beside).push(genre);
    }
  }
  return [...found, ...beside];
}

const genreOf = ({ name, slug }: Tag, { genres }: Rules) =>
  (name === undefined ? undefined : genres.get(sameName(name))) ??
  (slug === undefined ? undefined : genres.get(sameName(slug)));

/** What a rule makes of what records say: the rule stands first, for without it the value would be another. */
const said = <T>(from: Claimed<unknown>, value: T, rule: string): Claimed<T> => ({
  value,
  by: [...new Set([ruleId(rule), ...from.by])],
});

function united<T>(claims: readonly Claimed<T>[], key: (value: T) => string): Claimed<T>[] {
  const all = new Map<string, Claimed<T>>();
  for (const claim of claims) {
    const same = all.get(key(claim.value));
    if (same) all.set(key(claim.value), { ...same, by: [...new Set([...same.by, ...claim.by])] });
    else all.set(key(claim.value), claim);
  }
  return [...all.values()];
}

function variablesOf(
  { title, tags, urls, credits, languages, releaseDate }: GameFields,
  sources: readonly string[],
): Variables {
  return {
    title: title.value,
    tags: tags.slice(0, mostSeen).map(({ value }) => new CelTag(value.category, value.slug ?? '', value.name ?? '')),
    urls: urls.slice(0, mostSeen).map(({ value }) => new CelUrl(value.category, value.url, value.description ?? '')),
    credits: credits.slice(0, mostSeen).map(({ value }) => new CelCredit(value.role, value.name)),
    languages: languages.slice(0, mostSeen).map(({ value }) => value),
    sources: [...sources],
    releaseDate: releaseDate?.value ?? '',
  };
}
