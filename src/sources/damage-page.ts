/**
 * For tests and the fuzz command: pages damaged in the ways that sites, networks and people damage them. The same seed
 * gives the same page again.
 */

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Random = () => number;
const below = (random: Random, end: number) => Math.floor(random() * end);
const oneOf = <T>(random: Random, choices: readonly T[]): T => choices[below(random, choices.length)] as T;

/** Pieces that pages break on. */
const noise = [
  ...[
    '<',
    '>',
    '"',
    "'",
    '&#0;',
    '&lt;script&gt;',
    '</div>',
    '<div>',
    '\u0000',
    '\ud800',
    '\u202e',
    '<h2>',
    '{',
    '}',
    ']',
  ],
  ...[
    ',',
    ':',
    '- ',
    '\n',
    '\n\n',
    '\t',
    '<br>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<game>',
    '<a href="javascript:alert(1)">',
  ],
  ...[
    'null',
    'true',
    '1e999',
    '-1',
    '[]',
    '{}',
    '""',
    '__proto__',
    'constructor',
    'href="javascript:alert(1)"',
    '\\',
    '\\u0000',
  ],
  ...[
    '{{',
    '}}',
    '[[',
    ']]',
    '|',
    "'''",
    '==',
    '<nowiki>',
    '<ref>',
    '#REDIRECT [[',
    '&amp;amp;',
    '%',
    '%ff',
    '&',
    '=',
    '://',
  ],
  ...[
    'é',
    '\u0301',
    '𝕏',
    'İ',
    '\ufeff',
    '\u2028',
    '9'.repeat(400),
    ' '.repeat(3000),
    '0000-00-00',
    '31.02.2019',
    '<svg onload=x>',
  ],
];

/** One piece cut, doubled, moved, put in, or replaced by another piece of the same page. */
function change(text: string, random: Random): string {
  const start = below(random, text.length + 1);
  const length = oneOf(random, [1, 3, 10, 30, 100, 300]);
  const [before, middle, after] = [text.slice(0, start), text.slice(start, start + length), text.slice(start + length)];
  const other = below(random, text.length + 1);
  switch (below(random, 5)) {
    case 0:
      return before + after;
    case 1:
      return before + middle.repeat(2 + below(random, 3)) + after;
    case 2:
      return before + text.slice(other, other + length) + after;
    case 3:
      return before + oneOf(random, noise) + middle + after;
    default:
      return text.slice(0, other) + middle + text.slice(other);
  }
}

/** Bytes that are anything, read as UTF-8. */
export function anyBytes(random: Random, length: number): string {
  return new TextDecoder().decode(Uint8Array.from({ length }, () => below(random, 256)));
}

/** Some bytes of the page are others. */
function flipBytes(text: string, random: Random): string {
  const bytes = new TextEncoder().encode(text);
  for (let count = 1 + below(random, 20); count > 0 && bytes.length > 0; count -= 1) {
    bytes[below(random, bytes.length)] = below(random, 256);
  }
  return new TextDecoder().decode(bytes);
}

/** The page as far as so many of its bytes arrived. */
export function truncate(text: string, bytes: number): string {
  return new TextDecoder().decode(new TextEncoder().encode(text).subarray(0, bytes));
}

/** What nests, by the formats that pages are in; where one half is missing, it is never closed. */
const nests = {
  html: [
    ['<div>', '</div>'],
    ['<b>', '</b>'],
    ['<ul><li>', '</li></ul>'],
    ['<table><tr><td>', ''],
    ['<blockquote>', ''],
    ['<a href="/x">', '</a>'],
    ['<p><i>', ''],
    ['', '</div>'],
  ],
  xml: [
    ['<game>', '</game>'],
    ['<a>', ''],
    ['<a b="', ''],
    ['<![CDATA[', ']]>'],
  ],
  json: [
    ['[', ']'],
    ['{"a":', '}'],
    ['[', ''],
    ['{"a":[', ''],
  ],
  yaml: [
    ['[', ']'],
    ['{a: ', '}'],
    ['- ', ''],
    ['? ', ''],
    ['>', ''],
  ],
  wikitext: [
    ['{{a|', '}}'],
    ['[[a|', ']]'],
    ['{{', ''],
    ["'''", "'''"],
    ['{|\n|', ''],
    ['*', ''],
    ['<ref>', ''],
    ['<!--', ''],
  ],
} as const;

type Format = keyof typeof nests;

/** The format of a page, and that of the texts within it. */
function formatsOf(text: string): Format[] {
  const start = text.trimStart();
  if (/^[[{]"|^[[{]\s/.test(start)) return ['json', 'html', 'wikitext'];
  if (/^(<\?xml|<\w+_list)/.test(start)) return ['xml', 'html'];
  if (start.startsWith('<')) return ['html', 'xml'];
  return ['yaml', 'wikitext', 'html'];
}

/** Every way to nest so deep in the page's formats; each stands in place of the whole and in the midst of the page. */
export function nestings(text: string, levels: number): string[] {
  return formatsOf(text).flatMap((format) =>
    nests[format].flatMap(([open, close]) => {
      const deep = open.repeat(levels) + close.repeat(levels);
      return [deep, within(text, format, deep, text.length >> 1)];
    }),
  );
}

/** Put in where such a thing could stand: in JSON as a value, other formats as text in a string of it. */
function within(text: string, format: Format, deep: string, at: number): string {
  if (!/^\s*[[{]/.test(text)) return text.slice(0, at) + deep + text.slice(at);
  const found = text.indexOf('": ', at) >= 0 ? text.indexOf('": ', at) : text.indexOf('": ');
  if (found < 0) return deep;
  const rest = text.slice(found + 3);
  if (format === 'json') return `${text.slice(0, found + 3)}${deep}, "x": ${rest}`;
  const written = JSON.stringify(deep).slice(1, -1);
  return rest.startsWith('"')
    ? `${text.slice(0, found + 4)}${written}${rest.slice(1)}`
    : text.slice(0, found) + deep + rest;
}

/** A value of JSON, or the text of an element, is another: the page stays well-formed, so that its reader gets further. */
function changeValues(text: string, random: Random): string {
  const start = text.trimStart()[0];
  if (start === '<') return changeElements(text, random);
  if (start !== '{' && start !== '[') return change(text, random);
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return change(text, random);
  }
  const places: { parent: Record<string, unknown>; key: string }[] = [];
  const waiting: unknown[] = [root];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (value === null || typeof value !== 'object') continue;
    for (const [key, inner] of Object.entries(value)) {
      places.push({ parent: value as Record<string, unknown>, key });
      waiting.push(inner);
    }
  }
  for (let count = 1 + below(random, 5); count > 0 && places.length > 0; count -= 1) {
    const { parent, key } = oneOf(random, places);
    const other = oneOf(random, places);
    const old = parent[key];
    const values = [null, true, 0, -1, 1e21, '', [], {}, [[]], [null], 'x'.repeat(3000), oneOf(random, noise)];
    if (below(random, 6) === 0) Array.isArray(parent) ? parent.splice(Number(key), 1) : delete parent[key];
    else if (typeof old === 'string' && below(random, 2) === 0) parent[key] = change(old, random);
    else parent[key] = below(random, 3) === 0 ? copyOf(other.parent[other.key]) : oneOf(random, values);
  }
  return JSON.stringify(root);
}

/** What stands elsewhere on the page, but no part of itself within itself. */
const copyOf = (value: unknown): unknown => JSON.parse(JSON.stringify(value) ?? 'null');

function changeElements(text: string, random: Random): string {
  const leaves = [...text.matchAll(/<([\w:-]+)(?:\s[^<>]*)?>([^<]*)<\/\1>/g)];
  if (leaves.length === 0) return change(text, random);
  const [leaf = '', name = '', inside = ''] = oneOf(random, leaves);
  const escaped = oneOf(random, noise).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const other = oneOf(random, leaves)[0];
  const changed = [
    '',
    leaf + leaf,
    `<${name}/>`,
    other,
    `<${name}>${other}</${name}>`,
    leaf.replace(inside, () => escaped),
  ];
  return text.replace(leaf, () => oneOf(random, changed));
}

/** A page as it may come one day. `others` are pages of other sites: a proxy or a new owner may send them. */
export function damage(text: string, random: Random, others: readonly string[] = []): string {
  const kind = below(random, 1000);
  if (kind < 5) return oneOf(random, nestings(text, 10_000));
  if (kind < 40) return anyBytes(random, below(random, 4000));
  if (kind < 130) return flipBytes(text, random);
  if (kind < 250) return truncate(text, below(random, text.length));
  // Any change of its text breaks JSON as a whole.
  const changed = kind < (/^\s*[[{]/.test(text) ? 350 : 640) ? change : changeValues;
  let damaged = kind < 280 && others.length > 0 ? oneOf(random, others) : text;
  for (let count = 1 + below(random, 8); count > 0; count -= 1) damaged = changed(damaged, random);
  return damaged;
}
