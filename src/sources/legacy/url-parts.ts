/**
 * Addresses as the old importer took them apart and put them together: text stays as it is written, nothing is encoded,
 * lower-cased or made canonical, as `new URL` would.
 */
import { quoteUrl } from './python-text.ts';

export type UrlParts = {
  scheme: string;
  host: string | null;
  path: string;
  query: string | null;
  fragment: string | null;
};

/** Takes an address apart. */
export function splitUrl(written: string, withFragment = true): UrlParts {
  const url = written.replace(/[\t\r\n]/g, '').replace(/^[\0- ]+/, '');
  const colon = url.indexOf(':');
  const hasScheme = colon > 0 && /^[a-z][a-z\d+.-]*$/i.test(url.slice(0, Math.min(colon, 50)));
  const scheme = hasScheme ? url.slice(0, colon).toLowerCase() : '';
  let rest = hasScheme ? url.slice(colon + 1) : url;
  let host: string | null = null;
  if (rest.startsWith('//')) {
    const end = rest.slice(2).search(withFragment ? /[/?#]/ : /[/?]/);
    host = end < 0 ? rest.slice(2) : rest.slice(2, end + 2);
    rest = rest.slice(2 + host.length);
  }
  const [beforeHash, fragment] = withFragment ? cutAt(rest, '#') : [rest, null];
  const [path, query] = cutAt(beforeHash, '?');
  return { scheme, host, path, query, fragment };
}

/** The host in lower case, without user and port; '' when there is none. */
export const hostName = ({ host }: UrlParts): string =>
  (host ?? '').replace(/^.*@/s, '').replace(/:\d*$/, '').toLowerCase();

const joinable = /^(?:|https?|ftp|file)$/;

/** An address as it stands on a page, made absolute (RFC 3986, without encoding anything). */
export function joinUrl(base: string, written: string): string {
  if (base === '' || written === '') return written || base;
  const [from, to] = [splitUrl(base), splitUrl(written)];
  const scheme = to.scheme || from.scheme;
  if (scheme !== from.scheme || !joinable.test(scheme)) return written;
  if (to.host) return unsplit({ ...to, scheme });
  if (to.path === '') return unsplit({ ...from, query: to.query || from.query, fragment: to.fragment });
  const folder = from.path.slice(0, from.path.lastIndexOf('/') + 1) || '/';
  const path = to.path.startsWith('/') ? to.path : folder + to.path;
  return unsplit({ scheme, host: from.host, path: withoutDots(path), query: to.query, fragment: to.fragment });
}

/**
 * By what the importer told two addresses apart (contract §11.1): encoded, without scheme. `www.`, case and a slash at
 * the end count; `#` is part of the address.
 */
export function hashUrl(url: string): string {
  const { host, path, query } = splitUrl(quoteUrl(url), false);
  return unsplit({ scheme: '', host, path, query, fragment: null });
}

function withoutDots(path: string): string {
  const kept: string[] = [];
  const segments = path.split('/');
  segments.forEach((segment, index) => {
    const isLast = index === segments.length - 1;
    if (segment === '..') {
      if (kept.length > 1) kept.pop();
    } else if (segment !== '.') kept.push(segment);
    if (isLast && (segment === '.' || segment === '..')) kept.push('');
  });
  return kept.join('/') || '/';
}

function unsplit({ scheme, host, path, query, fragment }: UrlParts): string {
  const slash = host !== null && path !== '' && !path.startsWith('/') ? '/' : '';
  return `${scheme && `${scheme}:`}${host === null ? '' : `//${host}`}${slash}${path}${query ? `?${query}` : ''}${fragment ? `#${fragment}` : ''}`;
}

function cutAt(text: string, sign: string): [string, string | null] {
  const at = text.indexOf(sign);
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + 1)];
}
