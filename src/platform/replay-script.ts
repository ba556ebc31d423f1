/**
 * Reads a recorded web: `web.jsonl` (or `web.jsonl.gz`), one exchange a line. Everything that can be wrong with
 * it is found at once, before the first request, and named by file and line.
 */
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

export type Recorded = {
  url: string;
  /** The body of a POST that it answers; absent: it answers a GET. */
  post?: string;
  status: number;
  /** Names in lower case. */
  headers: Map<string, string>;
  /** The body's absolute path; null for an empty body. */
  file: string | null;
  /** The first day on which the answer holds, `YYYY-MM-DD`; empty: always. */
  from: string;
  /** For tests: the site falls silent, or breaks the connection. */
  fault: 'hang' | 'reset' | null;
};

const headerValue = z.union([z.string(), z.number(), z.array(z.string())]).transform(String);
const line = z.object({
  url: z.string().refine((text) => URL.canParse(text), 'not a URL'),
  status: z.int().min(200).max(599).default(200),
  headers: z.record(z.string(), headerValue).nullish(),
  file: z.string().nullish(),
  from: z.string().nullish(),
  fault: z.enum(['hang', 'reset']).nullish(),
  post: z.string().nullish(),
});

/** Reads the recording in `dir`; throws one sentence about the first thing wrong with it. */
export function readScript(dir: string): Recorded[] {
  const script = [join(dir, 'web.jsonl'), join(dir, 'web.jsonl.gz')].find((path) => existsSync(path));
  if (!script) throw new Error(`${dir} holds no recorded web: it needs a file web.jsonl, with one exchange a line.`);
  const root = realpathSync(dir);
  return readLines(script)
    .split('\n')
    .flatMap((json, index) => {
      if (json.trim() === '') return [];
      try {
        return [readLine(json, root)];
      } catch (error) {
        const because = error instanceof Error ? error.message : String(error);
        throw new Error(`${script}, line ${index + 1} cannot be used: ${because}.`);
      }
    });
}

function readLines(script: string): string {
  const raw = readFileSync(script);
  try {
    return (script.endsWith('.gz') ? gunzipSync(raw) : raw).toString('utf8').replace(/^\ufeff/, '');
  } catch {
    throw new Error(`${script} cannot be unpacked: compress it with gzip again.`);
  }
}

function readLine(json: string, root: string): Recorded {
  const read = line.safeParse(parse(json));
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new Error(`${issue?.path.join('.') || 'the line'}: ${issue?.message.toLowerCase()}`);
  }
  const { url, status, headers, file, from, fault, post } = read.data;
  return {
    url: asAsked(url),
    status,
    headers: new Map(Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value])),
    file: file ? fileWithin(root, file) : null,
    from: from ? firstDay(from) : '',
    fault: fault ?? null,
    ...(typeof post === 'string' && { post }),
  };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new Error('it is not JSON');
  }
}

/** A URL as a request for it would spell it. */
export function asAsked(url: string): string {
  const parsed = new URL(url);
  parsed.hash = '';
  return parsed.href;
}

function fileWithin(root: string, name: string): string {
  const path = resolve(root, name);
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new Error(`its file ${name} does not exist`);
  // A link inside may lead outside.
  const within = relative(root, realpathSync(path));
  if (within === '..' || within.startsWith(`..${sep}`) || resolve(within) === within) {
    throw new Error(`its file ${name} lies outside the folder`);
  }
  return path;
}

/** The first day of an EDTF date: `2026` is 2026-01-01. */
export function firstDay(date: string): string {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T.*)?)?)?$/.exec(date) ?? [];
  const first = `${year}-${month}-${day}`;
  if (!year || new Date(`${first}T00:00:00Z`).toJSON()?.startsWith(first) !== true) {
    throw new Error(`${JSON.stringify(date)} is no date of the form 2026, 2026-01 or 2026-01-31`);
  }
  return first;
}
