/**
 * Pages that only lead on: `<meta http-equiv="refresh" content="0; URL=…">`.
 */
import { openPage } from './html.ts';
import { webLink } from './web-link.ts';

/** The absolute address a page leads on to, or null when it does not. */
export function metaRefresh({ url, text }: { url: string; text: string }): string | null {
  const page = openPage(text.slice(0, 100_000));
  if (page.kind === 'broken') return null;
  for (const meta of page.$('meta[content]')) {
    if (meta.attribs['http-equiv']?.trim().toLowerCase() !== 'refresh') continue;
    const written = /URL\s*=\s*(.*)$/is
      .exec(meta.attribs.content ?? '')?.[1]
      ?.trim()
      .replace(/^(["'])(.*)\1$/s, '$2');
    const address = webLink(written, url);
    if (address !== null) return address;
  }
  return null;
}
