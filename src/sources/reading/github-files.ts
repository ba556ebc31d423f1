/**
 * Lists that people keep as files in a repository on GitHub: the tree API names the files, a file's page is where people
 * read it, and its bytes come from the host for raw files, which is not counted against the API's sixty requests an hour.
 * https://docs.github.com/en/rest/git/trees
 */
import type { Listing, Page, SiteRequest } from '../../domain/source.ts';
import { account } from './account.ts';
import { line } from './text.ts';

export type GithubFiles = {
  /** The API's listing of all files. */
  tree: string;
  /** The path of a file of this list, whichever of its addresses is given; null for anything else. */
  pathOf(url: string): string | null;
  /** Where people read the file. */
  pageOf(path: string): string;
  /** Where its bytes are; other addresses stay what they are. */
  request(url: string): SiteRequest;
  list(page: Page): Listing;
};

/** The files of `repository` (`owner/name`) whose path matches `form`. */
export function githubFiles(repository: string, branch: string, form: RegExp): GithubFiles {
  const places = [
    `github.com/${repository}/blob/${branch}/`,
    `github.com/${repository}/raw/${branch}/`,
    `raw.githubusercontent.com/${repository}/${branch}/`,
    `raw.githubusercontent.com/${repository}/refs/heads/${branch}/`,
  ].map((place) => place.toLowerCase());
  const pathOf = (url: string): string | null => {
    const bare = url.replace(/^https?:\/\/(?:www\.)?|[?#].*$/gs, '');
    const place = places.find((each) => bare.toLowerCase().startsWith(each));
    const path = place === undefined ? null : decoded(bare.slice(place.length));
    return path !== null && form.test(path) ? path : null;
  };
  const pageOf = (path: string) => `https://github.com/${repository}/blob/${branch}/${encodeURI(path)}`;
  const rawOf = (path: string) => `https://raw.githubusercontent.com/${repository}/${branch}/${encodeURI(path)}`;
  return {
    tree: `https://api.github.com/repos/${repository}/git/trees/${branch}?recursive=1`,
    pathOf,
    pageOf,
    request(url) {
      const path = pathOf(url);
      return { url: path === null ? url : rawOf(path) };
    },
    list: (page) => readTree(page, (path) => (form.test(path) ? pageOf(path) : null)),
  };
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/** `{"tree":[{"path":"entries/cave.md","type":"blob",…}],"truncated":false}`, or `{"message":"API rate limit exceeded…"}`. */
function readTree({ url, text }: Page, pageOf: (path: string) => string | null): Listing {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'broken', reason: `${url} holds no JSON: open it in a browser, GitHub may be down.` };
  }
  const answer = account(value);
  answer.ignore('sha', 'url', 'documentation_url', 'status');
  const refusal = answer.text('message');
  if (refusal !== undefined) {
    return {
      kind: 'broken',
      reason: `GitHub answers “${line(refusal, 200)}” to ${url}: look whether the repository moved, or try again in an hour.`,
    };
  }
  const pages = new Set<string>();
  for (const entry of answer.objects('tree')) {
    const page = entry.text('type') === 'blob' ? pageOf(entry.text('path') ?? '') : null;
    if (page !== null) pages.add(page);
    entry.ignore('mode', 'sha', 'size', 'url', 'path', 'type');
  }
  if (pages.size === 0) {
    const advice = 'look whether the repository moved its files';
    return { kind: 'broken', reason: `The files that ${url} names hold no games: ${advice}.` };
  }
  const isCut = answer.raw('truncated') === true;
  return { kind: 'listed', pages: [...pages], next: [], unread: [...answer.unread(), ...(isCut ? [cutNotice] : [])] };
}

const cutNotice = 'truncated: GitHub left files out, the repository has too many for one answer';
