/** The eight sources as the old importer read them ("parity"), in the order in which they were asked who claims an address. */
import { legacyApero } from './apero.ts';
import { legacyIfiction } from './ifiction.ts';
import { legacyIfwiki } from './ifwiki.ts';
import { legacyInstead } from './instead.ts';
import type { LegacySource } from './legacy-record.ts';
import { legacyPlut } from './plut.ts';
import { legacyQsp } from './qsp.ts';
import { legacyQuestbook } from './questbook.ts';
import { legacyRilarhiv } from './rilarhiv.ts';

export const legacySources: readonly LegacySource[] = [
  legacyIfwiki,
  legacyApero,
  legacyRilarhiv,
  legacyInstead,
  legacyQuestbook,
  legacyIfiction,
  legacyQsp,
  legacyPlut,
];
