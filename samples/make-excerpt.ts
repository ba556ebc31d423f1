/**
 * Cuts the sample catalogue out of two real editions of a distribution's AppStream catalogue, and the entries of
 * the same packages out of its package index:
 *
 *   apt-cache dumpavail | node samples/make-excerpt.ts FIRST.yml.gz SECOND.yml.gz
 *
 * What is kept is listed below and in samples/NOTICE; nothing is reworded. Run it again and the same bytes come out.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { dump, FAILSAFE_SCHEMA, loadAll } from 'js-yaml';

type Component = Record<string, unknown>;

/** In both editions; several changed their name, their description or their package in between. */
const inBoth = [
  ...[
    'Chess',
    'Hitori',
    'Mahjongg',
    'Mines',
    'Nibbles',
    'Quadrapassel',
    'Reversi',
    'Robots',
    'SwellFoop',
    'Tetravex',
  ].map((name) => `org.gnome.${name}`),
  ...['org.gnome.TwentyFortyEight', 'org.gnome.five-or-more', 'sol', 'atomix'],
  ...[
    'blinken',
    'bovo',
    'gcompris',
    'granatier',
    'kapman',
    'kbreakout',
    'kgoldrunner',
    'khangman',
    'knights',
    'kolf',
  ].map((name) => `org.kde.${name}`),
  ...['org.kde.kpat', 'org.kde.ksudoku', 'org.kde.ktuberling', 'org.kde.kubrick', 'org.kde.lskat', 'org.kde.palapeli'],
  ...['connectagram', 'cutemaze', 'hexalate', 'tanglet', 'tetzle', 'pushover', 'enigma', 'gnugo', 'xboard', 'pokerth'],
  ...['org.widelands.Widelands', 'io.sourceforge.pentobi', 'net.wz2100.warzone2100', 'org.supertuxproject.SuperTux'],
  ...['org.cataclysmdda.CataclysmDDA', 'io.github.freedoom.Phase1', 'io.github.freedoom.Phase2', 'com.play0ad.zeroad'],
  ...[
    'org.flightgear.FlightGear',
    'freedink',
    'net.asceai.meritous',
    'trackballs',
    'org.freeorion.FreeOrion',
    'neverball',
  ],
];

/** In the first only: four of them came back under another ID, and one was taken out. */
const inFirst = ['supertuxkart', 'org.wesnoth.Wesnoth-1.16', 'endless-sky', 'openrct2', 'trader'];

const inSecond = [
  ...[
    'net.supertuxkart.SuperTuxKart',
    'org.wesnoth.Wesnoth',
    'io.github.endless_sky.endless_sky',
    'io.openrct2.openrct2',
  ],
  ...[
    'domino-chain',
    'com.simutrans.Simutrans',
    'org.luanti.luanti',
    'edgar',
    'io.github.cxong.cdogs-sdl',
    'funguloids',
  ],
];

const languages = new Set(['C', 'ru', 'uk', 'de', 'fr', 'es', 'pl', 'pt_BR', 'pt-BR']);
const translated = new Set(['Name', 'Summary', 'Description', 'DeveloperName', 'caption', 'name']);
const leftOut = new Set(['Icon', 'Keywords', 'Launchable', 'thumbnails', 'mediatypes', 'videos', 'environment']);
const numbers = new Set(['percentage', 'unix-timestamp', 'width', 'height']);

const packageFields = ['Package', 'Version', 'Architecture', 'Description', 'Homepage', 'Tag', 'Section', 'Priority'];

const key = (id: unknown) => String(id).replace(/\.desktop$/, '');
const isObject = (value: unknown): value is Component =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** A value without the languages and parts that are left out. */
function cut(value: unknown, name: string): unknown {
  if (Array.isArray(value)) {
    const items = name === 'Languages' ? value.filter((item) => languages.has(String(item.locale))) : value;
    return items.map((item) => cut(item, ''));
  }
  if (isObject(value)) {
    const kept = Object.entries(value).filter(([each, inner]) => {
      if (translated.has(name) && !languages.has(each)) return false;
      return !leftOut.has(each) && !(name === 'Url' && String(inner).startsWith('mailto:'));
    });
    // A release says what it is and when it was; its notes are long, and of no use here.
    const short = 'version' in value ? kept.filter(([each]) => each !== 'description') : kept;
    return Object.fromEntries(short.map(([each, inner]) => [each, cut(inner, each)]));
  }
  return numbers.has(name) ? Number(value) : value;
}

const withoutAddresses = (text: string) => text.replace(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '(address left out)');

const folder = join(import.meta.dirname, 'web/archive.example');
mkdirSync(folder, { recursive: true });

function write(name: string, text: string): void {
  const body = gzipSync(withoutAddresses(text), { level: 9 });
  writeFileSync(join(folder, name), body);
  console.error(`${name}: ${body.length} bytes`);
}

function writeEdition(file: string, wanted: string[], name: string, suite: string): Component[] {
  const documents = loadAll(gunzipSync(readFileSync(file)).toString(), { schema: FAILSAFE_SCHEMA });
  const components = documents.filter(isObject).filter((document) => wanted.includes(key(document.ID)));
  const missing = wanted.filter((id) => !components.some((component) => key(component.ID) === id));
  if (missing.length > 0) throw new Error(`${file} has no component ${missing.join(', ')}.`);
  const header = {
    File: 'DEP-11',
    Version: '1.0',
    Origin: `debian-${suite}-main`,
    MediaBaseUrl: 'http://archive.example/media/pool',
    Priority: 30,
  };
  const parts = [header, ...components.map((component) => cut(component, ''))];
  write(name, parts.map((part) => `---\n${dump(part, { lineWidth: -1 })}`).join(''));
  console.error(`${name}: ${components.length} components`);
  return components;
}

const [first, second] = process.argv.slice(2);
if (!first || !second)
  throw new Error('Name the two editions: node samples/make-excerpt.ts FIRST.yml.gz SECOND.yml.gz');
const components = [
  ...writeEdition(first, [...inBoth, ...inFirst], 'components-2023.yml.gz', 'bookworm'),
  ...writeEdition(second, [...inBoth, ...inSecond], 'components-2026.yml.gz', 'sid'),
];

const packages = new Set(components.map((component) => component.Package));
const stanzas = readFileSync(0, 'utf8')
  .split(/\n\n+/)
  .filter((stanza) => packages.has(/^Package: (\S+)/.exec(stanza)?.[1] ?? ''))
  .map((stanza) => stanza.split(/\n(?! )/).filter((field) => packageFields.includes(field.split(':')[0] ?? '')))
  .map((fields) => fields.join('\n'));
write('packages.gz', `${stanzas.sort().join('\n\n')}\n`);
console.error(`packages.gz: ${stanzas.length} packages`);
