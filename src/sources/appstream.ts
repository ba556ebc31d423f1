/**
 * The AppStream catalogue of a Linux distribution (DEP-11): one YAML document, a component a program,
 * several hundred of them games, with names and descriptions in many languages.
 * https://www.freedesktop.org/software/appstream/docs/sect-AppStream-YAML.html
 */
import type { Extraction, Page, Source } from '../domain/source.ts';
import { account } from './reading/account.ts';
import { type Catalogue, type ComponentReading, readComponent } from './reading/appstream-component.ts';
import { gatherGames, type PlacedReading } from './reading/appstream-games.ts';
import { archivePath, archiveSeeds, archiveSetting } from './reading/distribution-archive.ts';
import { noListing } from './reading/no-listing.ts';
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
  list: noListing,
  extract,
};

function extract({ url, text }: Page): Extraction {
  const documents = [...yamlDocuments(text)];
  const header = readHeader(url, documents);
  if (header.kind === 'broken') return header;

  const catalogue = { source: 'appstream', attribution: 'AppStream', url, mediaBase: header.mediaBase };
  const troubles = header.components === documents ? ['header: missing'] : [];
  return gatherGames(url, readDocuments(header.components, catalogue), troubles);
}

function* readDocuments(documents: YamlDocument[], catalogue: Catalogue): Generator<PlacedReading> {
  for (const document of documents) {
    // Most programs of a distribution are no games: a component that never says the word need not be parsed.
    if (/^\s*[A-Z]\w*:/.test(document.text) && !document.text.includes('Game')) continue;
    yield { reading: readDocument(document, catalogue), place: place(document) };
  }
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
  if (reading.kind === 'broken') return { kind: 'unusable', reason: `line ${reading.line}: ${reading.reason}` };
  if (reading.value === null || typeof reading.value !== 'object' || Array.isArray(reading.value)) {
    return { kind: 'unusable', reason: 'it is no mapping' };
  }
  return readComponent(reading.value, catalogue);
}

/** The ID is looked up in the text, for it is needed most where the YAML is broken. */
function place(document: YamlDocument): string {
  const id = /^ID: *["']?([\w.+-]{1,100})/m.exec(document.text)?.[1];
  return `component ${document.number}${id ? ` (${id})` : ''}`;
}
