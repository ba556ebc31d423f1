/** What the reconciliation service says of itself: in the words of the draft 1.0, and in those of 0.2 that OpenRefine knows. */
import type { z } from 'zod';
import { gameType } from '../domain/reconciliation.ts';
import { batchSize, type Manifest, type OldManifest } from './contract-reconcile.ts';

const name = 'Variorum: games';
const serviceVersion = '0.1.0';
export const previewSize = { width: 430, height: 300 };

/** `base` is the address of the server, without a slash at its end. */
export function manifest(base: string): z.infer<typeof Manifest> {
  return {
    versions: ['1.0-draft'],
    name,
    dir: 'auto',
    serviceVersion,
    view: { url: `${base}/games/{id}` },
    defaultTypes: [gameType],
    preview: previewSize,
    suggest: { entity: true, property: true, type: true },
    extend: { proposeProperties: true, propertySettings: [] },
    batchSize,
    standardizedScore: true,
  };
}

/** One document cannot be both: `view` and `suggest` have other forms in 0.2. */
export function oldManifest(base: string): z.infer<typeof OldManifest> {
  const suggest = (what: string) => ({
    service_url: base,
    service_path: `/reconcile/suggest/${what}`,
    flyout_service_url: base,
    // The client fills in the id.
    flyout_service_path: `/reconcile/flyout/${what}?id=\${id}`,
  });
  return {
    versions: ['0.1', '0.2'],
    name,
    identifierSpace: `${base}/games/`,
    schemaSpace: `${base}/reconcile/suggest/property`,
    serviceVersion,
    view: { url: `${base}/games/{{id}}` },
    defaultTypes: [gameType],
    preview: { url: `${base}/reconcile/preview?id={{id}}`, ...previewSize },
    suggest: { entity: suggest('entity'), property: suggest('property'), type: suggest('type') },
    extend: {
      propose_properties: { service_url: base, service_path: '/reconcile/extend/propose' },
      property_settings: [],
    },
    batchSize,
  };
}
