/**
 * When are two URLs one page? (reference: source contracts §11.1, mended) What counts is the host, the path and its
 * case, the query and its order, and a fragment that programs in the page route by (`#/`, `#!`). The scheme, `www.`,
 * default ports and spelling do not; nor what `url-aliases.ts` lists: tracking, index pages, mirrors, carriers.
 */
import {
  carriers,
  choosingParameters,
  folderPages,
  sameHostEnds,
  sameHosts,
  samePages,
  trackingParameters,
  trackingPrefixes,
} from './url-aliases.ts';

/** Archives of archives and links to links: more than this, one in another, is no address. */
const mostCarriers = 20;

/** Returns `//host/path?query`, or null when `url` is no http(s) URL. Put after `https:`, the result has itself as identity. */
export function urlIdentity(url: string): string | null {
  let written = url;
  for (let round = 0; round <= mostCarriers; round += 1) {
    const parsed = URL.parse(written);
    if (parsed === null || (parsed.protocol !== 'http:' && parsed.protocol !== 'https:')) return null;
    const host = hostOf(parsed);
    if (host === '') return null;
    const carried = carriers.has(host) ? carriedAddress(parsed, host) : null;
    if (carried === null) return identityOf(host, parsed);
    written = carried;
  }
  return null;
}

function hostOf({ hostname, port }: URL): string {
  let host = hostname;
  while (host.endsWith('.')) host = host.slice(0, -1);
  while (host.startsWith('www.') && host.length > 4) host = host.slice(4);
  const known = sameHosts.get(host) ?? (host.includes('.m.') ? endOfHost(host) : host);
  // Scheme does not count, so neither does which of the two default ports is written.
  return port === '' || port === '80' || port === '443' ? known : `${known}:${port}`;
}

function endOfHost(host: string): string {
  for (const [end, other] of sameHostEnds) if (host.endsWith(end)) return host.slice(0, -end.length) + other;
  return host;
}

function identityOf(host: string, { pathname, search, hash }: URL): string {
  const path = spell(withoutFolderPage(pathname));
  const query = search === '' ? '' : spell(search.slice(1));
  const route = hash.startsWith('#/') || hash.startsWith('#!') ? spell(hash) : '';
  const same = samePages.has(host) ? samePage(host, path, query) : null;
  if (same !== null) return same + route;
  const counted = query === '' ? '' : countedParameters(host + path, query);
  return `//${host}${path}${counted === '' ? '' : `?${counted}`}${route}`;
}

/** Escapes of signs that never mean anything but themselves, encoded or not. `%` itself, and what may separate, stays. */
const needless = new Map(
  [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!'()*,:@"].map((sign) => [
    `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
    sign,
  ]),
);

/** One spelling of percent-escapes: none where it is not needed, else in capitals. */
function spell(text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(/%[0-9a-f]{2}/gi, (written) => {
    const code = written.toUpperCase();
    return needless.get(code) ?? code;
  });
}

/** `/games/`, `/games` and `/games/index.html` are one. */
function withoutFolderPage(path: string): string {
  let end = path.length;
  while (end > 0) {
    const page = path[end - 1] === '/' ? '/' : folderPages.find((name) => path.endsWith(name, end));
    if (page === undefined) break;
    end -= page.length;
  }
  return path.slice(0, end);
}

function countedParameters(page: string, query: string): string {
  const pairs = query.split('&').filter((pair) => pair !== '' && !isTracking(nameOf(pair).toLowerCase()));
  const choosing = choosingParameters.get(page);
  const chosen = choosing?.flatMap((name) => pairs.find((pair) => nameOf(pair) === name) ?? []) ?? [];
  return (chosen.length > 0 ? chosen : pairs).join('&');
}

const nameOf = (pair: string) => pair.slice(0, pair.includes('=') ? pair.indexOf('=') : undefined);
const isTracking = (name: string) =>
  trackingParameters.has(name) || trackingPrefixes.some((prefix) => name.startsWith(prefix));

function samePage(host: string, path: string, query: string): string | null {
  for (const [pattern, other] of samePages.get(host) ?? []) {
    const start = pattern.replace(/\*+$/, '');
    if (!path.startsWith(start)) continue;
    const rest = path.slice(start.length);
    if (pattern.endsWith('**')) {
      const counted = countedParameters('', query);
      return `//${other.replace('/**', `/${rest}`)}${counted === '' ? '' : `?${counted}`}`;
    }
    const name = /^[\w-]+/.exec(rest)?.[0];
    if (name !== undefined && (rest.length === name.length || rest[name.length] === '/'))
      return `//${other.replace('*', name)}`;
  }
  return null;
}

/** The address that a page of an archive or a page "you leave us now" carries; null when it carries none. */
function carriedAddress({ pathname, search, searchParams }: URL, host: string): string | null {
  for (const [page, where] of carriers.get(host) ?? []) {
    if (where !== 'path') {
      const carried = withoutFolderPage(pathname) === page ? searchParams.get(where) : null;
      if (carried !== null && /^https?:\/\//i.test(carried)) return carried;
    } else if (pathname.startsWith(page)) {
      const rest = pathname.slice(page.length);
      const carried = /^[\w*]+\/(?:(https?):\/{1,2})?(.+)$/is.exec(rest);
      // Archives write `http:/x`, and sometimes leave the scheme out.
      if (carried && /^[^/]+\.[^/]/.test(carried[2] ?? '')) return `${carried[1] ?? 'http'}://${carried[2]}${search}`;
    }
  }
  return null;
}
