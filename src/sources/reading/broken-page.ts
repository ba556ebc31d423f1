/**
 * How a source says that a page is not the one it knows: one sentence with what is wrong, where, and what to do.
 */
import type { Broken } from '../../domain/source.ts';
import { cut, line } from './text.ts';

/** `http://… has no title (<h1>): look whether its layout changed.` */
export function brokenPage(url: string, what: string, advice = 'look whether its layout changed'): Broken {
  return { kind: 'broken', reason: `${cut(line(url), 200)} ${cut(what, 300)}: ${advice}.` };
}
