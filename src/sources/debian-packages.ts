/**
 * The package index of a Debian-style archive (deb822): one document, a stanza a package, about a thousand of them games.
 * It says little of each, but its package names join what other catalogues say.
 */
import type { Description, GameRecord } from '../domain/record.ts';
import type { Extraction, Page, Source } from '../domain/source.ts';
import { type Account, account } from './reading/account.ts';
import { atMost, countUnread } from './reading/count-unread.ts';
import { readStanzas } from './reading/deb822.ts';
import { isGameSection, isPart, readGameTerms, upstreamVersion } from './reading/debian-game.ts';
import { archivePath, archiveSeeds, archiveSetting } from './reading/distribution-archive.ts';
import { leaveOutEmpty } from './reading/leave-out-empty.ts';
import { plainToMarkdown } from './reading/markdown.ts';
import { codeBlock } from './reading/markdown-text.ts';
import { noListing } from './reading/no-listing.ts';
import { line } from './reading/text.ts';
import { webLink } from './reading/web-link.ts';

const pathForm = /^dists\/.+\/binary-[\w-]+\/Packages$/;

const path = (url: string) => {
  const found = archivePath(url);
  return found !== null && pathForm.test(found) ? found : null;
};

export const debianPackages: Source = {
  name: 'debian-packages',
  title: 'Debian package index',
  homepage: 'https://www.debian.org/distrib/packages',
  rank: 30,
  hostDelayMs: 1000,
  provenBy: 'recorded/appstream',
  needs: {
    settings: [archiveSetting],
    why: 'The package index lies in a distribution’s archive: name one, for example https://archive.example/debian.',
  },
  claims: (url) => path(url) !== null,
  key: (url) => path(url) ?? url,
  seeds: (settings) => archiveSeeds(settings, 'dists/stable/main/binary-amd64/Packages.gz'),
  list: noListing,
  extract,
};

/** Known to the format, of no use to a catalogue of games. */
const unwanted = [
  ...['source', 'installed-size', 'maintainer', 'original-maintainer', 'architecture', 'multi-arch', 'priority'],
  ...['essential', 'important', 'protected', 'build-essential', 'task', 'bugs', 'origin', 'filename', 'size'],
  ...[
    'md5sum',
    'sha1',
    'sha256',
    'sha512',
    'description-md5',
    'built-using',
    'static-built-using',
    'x-cargo-built-using',
  ],
  ...['depends', 'pre-depends', 'recommends', 'suggests', 'enhances', 'breaks', 'conflicts', 'replaces', 'provides'],
  ...[
    'cnf-extra-commands',
    'cnf-visible-pkgname',
    'ruby-versions',
    'python-version',
    'lua-versions',
    'gstreamer-version',
  ],
  ...[
    'ghc-package',
    'go-import-path',
    'efi-vendor',
    'build-ids',
    'auto-built-package',
    'package-type',
    'phased-update-percentage',
  ],
];

function extract({ url, text }: Page): Extraction {
  const records = new Map<string, GameRecord>();
  const unread: string[] = [];
  const troubles: string[] = [];
  let packages = 0;
  for (const stanza of readStanzas(text)) {
    if (stanza.kind === 'broken') {
      troubles.push(`line ${stanza.line}: ${stanza.reason}`);
      continue;
    }
    const name = nameIn(stanza.fields.get('package'));
    if (name === undefined) troubles.push(`line ${stanza.line}: a stanza without Package`);
    else packages += 1;
    if (name === undefined || !isGameSection(stanza.fields.get('section') ?? '')) continue;
    const terms = (stanza.fields.get('tag') ?? '').split(',').map((term) => term.trim());
    if (isPart(name, terms)) continue;
    if (records.has(name)) {
      troubles.push(`line ${stanza.line}: ${name.slice(0, 60)} is listed a second time, the first one stands`);
      continue;
    }
    const fields = account(Object.fromEntries(stanza.fields));
    const game = readGameTerms(terms);
    records.set(name, readPackage(name, fields, game.tags, url));
    unread.push(...fields.unread(), ...game.unread);
  }
  if (packages === 0) {
    const found = troubles[0] ?? 'it is empty';
    return {
      kind: 'broken',
      reason: `${url} is no package index (${found}): check that the address leads to a file Packages of an archive.`,
    };
  }
  return { kind: 'records', records: [...records.values()], unread: [...countUnread(unread), ...atMost(troubles)] };
}

/** By the policy manual; some names of old have capitals. */
const nameIn = (written = '') => /^[a-z0-9][a-z0-9+.-]{0,199}$/i.exec(written)?.[0];

function readPackage(name: string, fields: Account, gameTags: GameRecord['tags'] = [], url: string): GameRecord {
  fields.ignore('package', 'section', 'tag', ...unwanted);
  const homepage = webLink(fields.text('homepage'));
  const version = upstreamVersion(fields.text('version') ?? '');
  return leaveOutEmpty({
    source: 'debian-packages',
    url: `${url}#${encodeURIComponent(name)}`,
    key: name,
    title: name,
    alternativeTitles: undefined,
    descriptions: readDescription(fields.text('description') ?? ''),
    releaseDate: undefined,
    credits: undefined,
    tags: [
      ...gameTags,
      { category: 'platform', name: 'Linux' },
      { category: 'os', slug: 'os_linux' },
      ...(version ? [{ category: 'version' as const, name: version }] : []),
    ],
    urls: homepage === null ? [] : [{ category: 'game_page', url: homepage }],
    identifiers: [{ scheme: 'deb', value: name }],
    languages: undefined,
    attributions: ['Debian'],
  });
}

/**
 * The first line is a summary, below it may stand a longer text: paragraphs, and lines that begin with
 * a space and are kept as they are. English by the index's own rule.
 */
function readDescription(description: string): Description[] {
  const [summary = '', ...lines] = description.split('\n');
  const blocks: { verbatim: boolean; lines: string[] }[] = [];
  for (const written of lines) {
    const last = blocks.at(-1);
    const verbatim = written.startsWith(' ');
    if (written === '' || last?.verbatim !== verbatim)
      blocks.push({ verbatim, lines: written === '' ? [] : [written] });
    else last.lines.push(written);
  }
  const text = blocks
    .filter((block) => block.lines.length > 0)
    .map(({ verbatim, lines }) => (verbatim ? writeVerbatim(lines) : plainToMarkdown(lines.join(' '))))
    .join('\n\n');
  const found = text || plainToMarkdown(line(summary));
  return found === '' ? [] : [{ language: 'en', text: found }];
}

/** As code, unless it may look like a tag, which must not stand even there. */
const writeVerbatim = (lines: string[]) =>
  codeBlock(lines.join('\n')) === null
    ? plainToMarkdown(lines.join('\n'))
    : lines.map((written) => `   ${written}`).join('\n');
