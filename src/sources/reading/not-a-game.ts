/**
 * Shops and databases hold more than games. Such a page is in order, but nothing in it belongs into the catalogue;
 * every source says so in the same words, so that an operator can tell it from a page that changed.
 */
import type { Broken } from '../../domain/source.ts';
import { brokenPage } from './broken-page.ts';
import { line } from './text.ts';

/** `https://… is no game but of the kind “dlc”: give the address of the game itself.` */
export const notAGame = (url: string, kind: string): Broken =>
  brokenPage(url, `is no game but of the kind “${line(kind, 60)}”`, 'give the address of the game itself');
