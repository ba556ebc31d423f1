/**
 * Open Source Game Clones (https://github.com/opengaming/osgameclones): YAML files, one for each first letter, each a
 * list of games with the games they were made after. Written from the repository's README and `schema/games.yaml`.
 */
import type { GameRecord } from '../domain/record.ts';
import type { Extraction, Page, Source } from '../domain/source.ts';
import { account } from './reading/account.ts';
import { atMost, countUnread } from './reading/count-unread.ts';
import { githubFiles } from './reading/github-files.ts';
import { readClone } from './reading/osgameclones-row.ts';
import { cut } from './reading/text.ts';
import { readYaml } from './reading/yaml-documents.ts';

const files = githubFiles('opengaming/osgameclones', 'master', /^games\/[^/]{1,100}\.ya?ml$/);
const keyOf = (url: string) => files.pathOf(url);

export const osgameclones: Source = {
  name: 'osgameclones',
  title: 'Open Source Game Clones',
  homepage: 'https://osgameclones.com/',
  rank: 38,
  hostDelayMs: 500,
  terms: 'Its files may be used freely; GitHub answers sixty requests for listings an hour.',
  provenBy: null,
  claims: (url) => keyOf(url) !== null,
  key: (url) => keyOf(url) ?? url,
  request: (url) => files.request(url),
  seeds: () => [{ as: 'listing', url: files.tree }],
  list: files.list,
  extract,
};

function extract({ url, asked, text }: Page): Extraction {
  const named = asked ?? url;
  const broken = (because: string): Extraction => ({
    kind: 'broken',
    reason: `${named} ${because}: look at the file on GitHub.`,
  });
  const path = keyOf(named) ?? keyOf(url);
  if (path === null) return broken('is no file of the list');
  const reading = readYaml({ number: 1, line: 1, text });
  if (reading.kind === 'broken') return broken(`is no YAML (line ${reading.line}: ${reading.reason})`);
  if (!Array.isArray(reading.value)) return broken('holds no list of games');

  const records = new Map<string, GameRecord>();
  const unread: string[] = [];
  const troubles: string[] = [];
  for (const [index, value] of reading.value.entries()) {
    const row = account(value);
    const clone = readClone(row, {
      source: osgameclones.name,
      attribution: osgameclones.title,
      page: files.pageOf(path),
    });
    if (clone.kind === 'unusable') troubles.push(cut(`game ${index + 1}: ${clone.reason}`, 80));
    if (clone.kind !== 'game') continue;
    // Two games of one name are told apart by what they were made after.
    const key = records.has(clone.record.key) ? clone.longKey : clone.record.key;
    if (records.has(key)) troubles.push(cut(`game ${index + 1}: ${key} is named a second time`, 80));
    else records.set(key, { ...clone.record, key });
    unread.push(...row.unread(), ...clone.odd);
  }
  if (records.size === 0) return broken(`names no game (${troubles[0] ?? 'nothing but tools'})`);
  return { kind: 'records', records: [...records.values()], unread: [...countUnread(unread), ...atMost(troubles)] };
}
