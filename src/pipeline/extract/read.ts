/** Reading one page: its bytes and those beside it become text, and the source says what is in them. */
import { isPersonPage } from '../../domain/ids.ts';
import type { Extraction, Page, PersonReading } from '../../domain/source.ts';
import { decodeText } from '../../platform/charset.ts';
import type { Deps } from '../deps.ts';
import type { QuickJob } from '../jobs.ts';

export type ExtractJob = Extract<QuickJob, { kind: 'extract' }>;
export type Reading = Extraction | PersonReading;

/** Records without a title are no games: a source that returns one has misread the page. */
function withTitles(reading: Reading, url: string): Reading {
  if (reading.kind !== 'records') return reading;
  const records = reading.records.filter(({ title }) => title.trim() !== '');
  if (records.length === reading.records.length && records.length > 0) return reading;
  const lost = reading.records.length - records.length;
  if (records.length === 0)
    return { kind: 'broken', reason: `${url} holds no game with a title: look whether its layout changed.` };
  return { ...reading, records, unread: [...reading.unread, `${lost} records without title`] };
}

/** What the page says. Throws when it has no source or its bytes are gone: bugs, or a damaged store. */
export async function readPage(job: ExtractJob, deps: Deps): Promise<Reading> {
  const source = deps.sources.find(({ name }) => name === job.source);
  if (!source) throw new Error(`There is no source ${job.source} to read ${job.url}.`);
  const reader = isPersonPage(job.pageId) ? source.people : source;
  if (!reader) throw new Error(`The source ${job.source} reads no pages about people, as ${job.url} is.`);
  const text = async (snapshot: string, contentType: string | null) => {
    const body = await deps.snapshot(snapshot);
    if (!body) throw new Error(`The stored bytes ${snapshot} of ${job.url} are gone.`);
    return decodeText(body, contentType).text;
  };
  const beside: [string, Pick<Page, 'url' | 'text'>][] = [];
  for (const { asked, from, snapshot, contentType } of job.beside ?? []) {
    beside.push([asked, { url: from, text: await text(snapshot, contentType) }]);
  }
  const page: Page = {
    url: job.from,
    asked: job.url,
    text: await text(job.snapshot, job.contentType),
    beside: new Map(beside),
  };
  return withTitles(reader.extract(page), job.url);
}
