/** A game as a small page that clients of the reconciliation service show in a frame: plain HTML, no scripts, no pictures. */
import { describe } from '../catalogue/suggest.ts';
import type { GameFields } from '../domain/game.ts';
import { propertyNamed } from '../domain/reconciliation.ts';
import { escaped } from './html.ts';

export type Previewed = { name: string; fields: GameFields; sources: string[] };

/** Nothing is loaded and nothing runs; any page may frame it. */
export const previewPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors *; base-uri 'none'; form-action 'none'";
const longestText = 400;
const mostValues = 8;

export function previewPage(base: string, gameId: string, game: Previewed): string {
  return page(
    game.name,
    `<h1><a href="${escaped(`${base}/games/${gameId}`)}" target="_blank" rel="noopener noreferrer">${escaped(game.name)}</a></h1>
${card(game)}`,
  );
}

export const missingPage = (id: string): string =>
  page('No such game', `<p>There is no game ${escaped(id.slice(0, 100))}.</p>`);

/** The same without the page around it, for the flyouts of 0.2. */
export const flyoutOf = (game: Previewed): string =>
  `<div><h1>${escaped(game.name)}</h1>${escaped(describe(game.fields.releaseDate, game.fields.credits))}</div>`;

function card({ fields, sources }: Previewed): string {
  const rows = [
    'alternativeTitles',
    'releaseDate',
    'authors',
    'publishers',
    'platforms',
    'genres',
    'languages',
  ].flatMap((id) => {
    const property = propertyNamed(id);
    const values = property?.read(fields) ?? [];
    if (!property || values.length === 0) return [];
    const shown = values.slice(0, mostValues).join(', ') + (values.length > mostValues ? ' …' : '');
    return [`<dt>${escaped(property.name)}</dt><dd>${escaped(shown)}</dd>`];
  });
  const [text] = fields.descriptions.map(({ value }) => value);
  const about =
    text === undefined ? '' : `<p>${escaped(text.slice(0, longestText))}${text.length > longestText ? ' …' : ''}</p>`;
  return `<dl>${rows.join('')}<dt>Sources</dt><dd>${escaped(sources.join(', '))}</dd></dl>${about}`;
}

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en" dir="auto">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title>
<style>
:root { color-scheme: light dark; font: .875rem/1.4 system-ui, sans-serif }
body { margin: .75rem; overflow-wrap: anywhere }
h1 { font-size: 1.1rem; margin: 0 0 .5rem }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem .75rem; margin: 0 }
dt { opacity: .75 }
dd { margin: 0 }
</style></head>
<body>
${body}
</body>
</html>`;
