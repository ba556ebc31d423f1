/**
 * The AppStream catalogue of a Linux distribution (DEP-11): one YAML document, a component a program,
 * several hundred of them games, with names and descriptions in many languages.
 * https://www.freedesktop.org/software/appstream/docs/sect-AppStream-YAML.html
 */
import type { GameRecord } from '../domain/record.ts';
import type { Extraction, Page, Source } from '../domain/source.ts';
import { account } from './reading/account.ts';
import { type Catalogue, type ComponentReading, readComponent } from './reading/appstream-component.ts';
import { atMost, countUnread } from './reading/count-unread.ts';
import { archivePath, archiveSeeds, archiveSetting } from './reading/distribution-archive.ts';
import { readYaml, type YamlDocument, yamlDocuments } from './reading/yaml-documents.ts';

const pathForm = /^dists\/.+\/dep11\/Components-[\w-]+\.yml$/;

const path = (url: string) => {
  const found = archivePath(url);
  return found !== null && pathForm.test(found) ? found : null;
};

export const appstream: Source = {
  name: 'appstream',
  title: 'AppStream catalogue',
  homepage: 'https://www.freedesktop.org/wiki/Distributions/AppStream/',
  rank: 50,
  hostDelayMs: 1000,
  provenBy: 'recorded/appstream',
  needs: {
    settings: [archiveSetting],
    why: 'The AppStream catalogue lies in a distribution’s archive: name one, for example https://archive.example/debian.',
  },
  claims: (url) => path(url) !== null,
  key: (url) => path(url) ?? url,
  seeds: (settings) => archiveSeeds(settings, 'dists/stable/main/dep11/Components-amd64.yml.gz'),
  list: ({ url }) => ({ kind: 'broken', reason: `${url} holds games itself and lists no pages: import it as a page.` }),
  extract,
};

function extract({ url, text }: Page): Extraction {
  const documents = [...yamlDocuments(text)];
  const header = readHeader(url, documents);
  if (header.kind === 'broken') return header;

  const records = new Map<string, GameRecord>();
  const unread: string[] = [];
  const troubles: string[] = header.components === documents ? ['header: missing'] : [];
  for (const document of header.components) {
    // Most programs of a distribution are no games: a component that never says the word need not be parsed.
    if (/^\s*[A-Z]\w*:/.test(document.text) && !document.text.includes('Game')) continue;
    const reading = readDocument(document, { url, mediaBase: header.mediaBase });
    if (reading.kind === 'unusable') troubles.push(reading.reason);
    if (reading.kind !== 'game') continue;
    const { key } = reading.record;
    if (records.has(key)) troubles.push(`${place(document)}: it is named a second time, the first one stands`);
    else records.set(key, reading.record);
    unread.push(...reading.unread);
  }
  if (records.size === 0 && troubles[0] !== undefined) {
    return { kind: 'broken', reason: `No game can be read from ${url}: ${troubles[0]}.` };
  }
  return { kind: 'records', records: [...records.values()], unread: [...countUnread(unread), ...atMost(troubles)] };
}

type Header =
  | { kind: 'header'; mediaBase: string | undefined; components: YamlDocument[] }
  | { kind: 'broken'; reason: string };

/** The first document says what the file is. Excerpts go without it: then the first document must be a component. */
function readHeader(url: string, documents: YamlDocument[]): Header {
  const [first, ...rest] = documents;
  const components = rest.map((document, index) => ({ ...document, number: index + 1 }));
  const advice = 'check that the address leads to a file Components-….yml of an archive';
  if (!first) return { kind: 'broken', reason: `${url} is empty: ${advice}.` };
  const reading = readYaml(first);
  if (reading.kind === 'broken') {
    return { kind: 'broken', reason: `Line ${reading.line} of ${url} is no YAML (${reading.reason}): ${advice}.` };
  }
  const header = account(reading.value);
  if (header.text('File') === 'DEP-11') return { kind: 'header', mediaBase: header.text('MediaBaseUrl'), components };
  const isComponent = header.text('ID') && header.text('Type') && header.text('Package');
  if (isComponent) return { kind: 'header', mediaBase: undefined, components: documents };
  return { kind: 'broken', reason: `${url} does not begin with a header "File: DEP-11": ${advice}.` };
}

function readDocument(document: YamlDocument, catalogue: Catalogue): ComponentReading {
  const reading = readYaml(document);
  if (reading.kind === 'broken') {
    return { kind: 'unusable', reason: `${place(document)}: line ${reading.line}: ${reading.reason}` };
  }
  if (reading.value === null || typeof reading.value !== 'object' || Array.isArray(reading.value)) {
    return { kind: 'unusable', reason: `${place(document)}: it is no mapping` };
  }
  const component = readComponent(reading.value, catalogue);
  return component.kind === 'unusable'
    ? { ...component, reason: `${place(document)}: ${component.reason}` }
    : component;
}

/** The ID is looked up in the text, for it is needed most where the YAML is broken. */
function place(document: YamlDocument): string {
  const id = /^ID: *["']?([\w.+-]{1,100})/m.exec(document.text)?.[1];
  return `component ${document.number}${id ? ` (${id})` : ''}`;
}
