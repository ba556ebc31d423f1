/**
 * Opens an API's answer: JSON, or a sentence about what came instead.
 */
import type { Broken } from '../../domain/source.ts';
import { brokenPage } from './broken-page.ts';
import { line } from './text.ts';

/** Parses an answer of `site`; what is in it, the caller has to look at. Never throws. */
export function openJson(url: string, text: string, site: string): { kind: 'json'; value: unknown } | Broken {
  try {
    return { kind: 'json', value: JSON.parse(text.replace(/^\ufeff/, '')) };
  } catch (error) {
    const why = line(error instanceof Error ? error.message : '', 100);
    return brokenPage(
      url,
      `holds no JSON (${why})`,
      `open it in a browser, ${site} may be down or have changed its API`,
    );
  }
}
