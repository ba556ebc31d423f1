/**
 * When are two URLs one page? (reference: source contracts §11.1, mended)
 *
 * The scheme, `www.`, default ports, the fragment, a trailing slash, the case of the host and of
 * percent-escapes, and tracking parameters do not count; the path's case and the query's order do.
 */
const tracking = /^(utm_\w+|fbclid|gclid|yclid|_openstat)$/i;

/** Returns `//host/path?query`, or null when `url` is no http(s) URL. */
export function urlIdentity(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return null;
  const host = parsed.host.replace(/^www\./, '');
  const path = upperEscapes(parsed.pathname).replace(/\/+$/, '');
  const query = upperEscapes(parsed.search.slice(1))
    .split('&')
    .filter((pair) => pair !== '' && !tracking.test(pair.split('=')[0] ?? ''))
    .join('&');
  return `//${host}${path}${query ? `?${query}` : ''}`;
}

function upperEscapes(text: string): string {
  return text.replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase());
}
