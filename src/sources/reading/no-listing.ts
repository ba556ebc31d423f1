/**
 * For sources whose documents hold games themselves: asked for a listing, they say what to do instead.
 */
import type { Listing, Page } from '../../domain/source.ts';

export const noListing = ({ url }: Pick<Page, 'url'>): Listing => ({
  kind: 'broken',
  reason: `${url} holds games itself and lists no pages: import it as a page.`,
});
