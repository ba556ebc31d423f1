/**
 * The IF Archive's Master-Index.xml: `<directory>` and `<file>` elements, tens of thousands of them. Only files below
 * `games/` are parsed. Files that IFDB knows as one game are one record, by the metadata `tuid`; any other is its own.
 */
import { type Account, account } from './account.ts';
import { gamesFolder, isGamePath } from './if-archive-file.ts';
import { type Heading, readHeading } from './if-archive-heading.ts';
import { isTuid } from './if-terms.ts';
import { cut, line } from './text.ts';
import { elementsOf, textsOf, xmlItems, xmlValue } from './xml-value.ts';

export type ArchiveFile = {
  path: string;
  /** Seconds since 1970; 0 when unknown. When the archive got it, which may be decades after the game came out. */
  date: number;
  md5: string | undefined;
  description: string;
  heading: Heading;
  tuids: string[];
  ifids: string[];
  ifwiki: string[];
};

export type ArchiveIndex = {
  /** Every game's files, in the order of the index. */
  games: ArchiveFile[][];
  /** Files that hold several games. */
  packs: ArchiveFile[];
  items: number;
  unread: string[];
};

/** Reads the index in one pass; an item that is cut off at its end is left out. Links are left out: the file stands where they lead to. */
export function readArchiveIndex(text: string): ArchiveIndex {
  const games = new Map<string, ArchiveFile[]>();
  const index: ArchiveIndex = { games: [], packs: [], items: 0, unread: [] };
  let folder: Folder = { path: '', tuids: [] };
  for (const { name, text: item, ended } of xmlItems(text, 'directory', 'file')) {
    index.items += 1;
    if (!item.includes(gamesFolder) || !ended) continue;
    const fields = account(xmlValue(item)?.value, name);
    if (name === 'directory') {
      folder = readFolder(fields);
      continue;
    }
    if (fields.text('path') === undefined) index.unread.push('file without path');
    const file = readFile(fields, folder);
    if (file === null) continue;
    index.unread.push(...fields.unread(), ...file.unknown);
    if (file.tuids.length > 1) index.packs.push(file);
    else {
      const key = file.tuids[0] ?? `/${file.path}`;
      const standing = games.get(key);
      if (standing) standing.push(file);
      else games.set(key, [file]);
    }
  }
  index.games = [...games.values()];
  return index;
}

type Folder = { path: string; tuids: string[] };

function readFolder(fields: Account): Folder {
  return { path: fields.text('name') ?? '', tuids: metadataOf(fields).tuids };
}

/** Null for what is no game: by its path, or by what is written of it. */
function readFile(fields: Account, folder: Folder): (ArchiveFile & { unknown: string[] }) | null {
  const path = fields.text('path') ?? '';
  if (!isGamePath(path) || fields.keys().includes('symlink')) return null;
  fields.ignore('name', 'size', 'date', 'sha512', 'directory');
  const described = [...textsOf(fields, 'description'), ...textsOf(fields, 'parentdesc')];
  const description = described[0]?.trim() ?? '';
  const heading = readHeading(description);
  if (heading.isNoGame) return null;
  const metadata = metadataOf(fields);
  // A folder that IFDB knows as one game holds that game's files.
  const inherited = folder.tuids.length === 1 && path.startsWith(`${folder.path}/`) ? folder.tuids : [];
  return {
    path,
    date: Number(fields.text('rawdate') ?? 0) || 0,
    md5: /^[\da-f]{32}$/i.exec(fields.text('md5') ?? '')?.[0].toUpperCase(),
    description,
    heading,
    ...metadata,
    tuids: metadata.tuids.length > 0 ? metadata.tuids : inherited,
  };
}

type Metadata = Pick<ArchiveFile, 'tuids' | 'ifids' | 'ifwiki'> & { unknown: string[] };

/** `<metadata><item><key>tuid</key><value>…</value></item></metadata>`; what nobody knows is told. */
function metadataOf(fields: Account): Metadata {
  const values = { tuid: new Set<string>(), ifid: new Set<string>(), ifwiki: new Set<string>() };
  const unknown: string[] = [];
  for (const item of elementsOf(fields.object('metadata'), 'item')) {
    const key = line(item.text('key') ?? 'without key', 40);
    const written = textsOf(item, 'value').map((value) => line(value, 200));
    if (key === 'tuid')
      unknown.push(...written.filter((value) => !isTuid(value)).map((value) => `tuid: ${cut(value, 60)}`));
    if (key === 'tuid') for (const value of written.filter(isTuid)) values.tuid.add(value);
    else if (key === 'ifid' || key === 'ifwiki') for (const value of written) values[key].add(value);
    else if (!key.startsWith('unbox')) unknown.push(`metadata: ${key}`);
  }
  return { tuids: [...values.tuid], ifids: [...values.ifid], ifwiki: [...values.ifwiki], unknown };
}
