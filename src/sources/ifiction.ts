/**
 * iFiction documents, wherever they lie: the metadata of interactive fiction by the Treaty of Babel
 * (https://babel.ifarchive.org/babel_rev7.html), a file for a game or a library's list of many. IFDB's own answers in this
 * form belong to the source `ifdb`.
 */

import type { GameRecord } from '../domain/record.ts';
import type { Extraction, Page, Source } from '../domain/source.ts';
import { urlIdentity } from '../domain/url-identity.ts';
import { account } from './reading/account.ts';
import { brokenPage } from './reading/broken-page.ts';
import { atMost, countUnread } from './reading/count-unread.ts';
import { readIfiction } from './reading/ifiction.ts';
import { readStory } from './reading/ifiction-story.ts';
import { noListing } from './reading/no-listing.ts';
import { webLink } from './reading/web-link.ts';

/** The Treaty's ending for files, and the address it gave to records by IFID. */
const forms = [
  /^https?:\/\/[^/?#]+\/(?:[^?#]*\/)?[^/?#]+\.ifiction(?:\.xml)?(?:[?#].*)?$/is,
  /^https?:\/\/babel\.ifarchive\.org\/metadata\/[\w-]{8,63}(?:[?#].*)?$/i,
];
/** Their pages are other sources', whatever they end in. */
const otherSites = /^https?:\/\/(?:[\w-]+\.)*(?:ifdb\.org|ifdb\.tads\.org)(?::\d+)?\//i;

const isDocument = (url: string) => url.length < 2000 && !otherSites.test(url) && forms.some((form) => form.test(url));

export const ifiction: Source = {
  name: 'ifiction',
  title: 'iFiction documents',
  homepage: 'https://babel.ifarchive.org/',
  rank: 55,
  hostDelayMs: 1000,
  provenBy: 'recorded/ifiction',
  claims: isDocument,
  key: (url) => urlIdentity(url.replace(/#.*$/s, '')) ?? url,
  seeds: () => [],
  list: noListing,
  extract,
};

function extract(page: Page): Extraction {
  const url = webLink(page.asked ?? page.url)?.replace(/#.*$/s, '');
  if (url === undefined)
    return brokenPage(page.url, 'is no address of a document', 'give one that begins with https://');
  const document = readIfiction(page.text);
  if (document.kind === 'broken') return brokenPage(url, document.reason, 'give the address of an iFiction document');

  const { stories } = document;
  const attribution = new URL(url).hostname.replace(/^www\./, '');
  // Many games read from one address must not look like one game: the route is part of the address.
  const urlOf = (ifid: string) => (stories.length === 1 ? url : `${url}#/${ifid}`);
  const records = new Map<string, GameRecord>();
  const unread: string[] = [];
  const troubles = [...document.others];
  for (const [index, value] of stories.entries()) {
    const story = account(value, 'story');
    const reading = readStory(story, { source: ifiction.name, attribution, urlOf });
    if (reading.kind === 'unusable') {
      troubles.push(`story ${index + 1}: ${reading.reason}`);
      continue;
    }
    const { record, rejected } = reading;
    if (records.has(record.key))
      troubles.push(`story ${index + 1}: ${record.key} stands here a second time, the first one counts`);
    else records.set(record.key, record);
    unread.push(...story.unread(), ...rejected);
  }
  if (records.size === 0) return brokenPage(url, `holds no game (${troubles.at(-1)})`, 'look at what wrote it');
  return { kind: 'records', records: [...records.values()], unread: [...countUnread(unread), ...atMost(troubles)] };
}
