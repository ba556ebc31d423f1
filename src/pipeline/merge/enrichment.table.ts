/** The rules that stand, one row; and which of them did something for which game. */
import type { GameId } from '../../domain/ids.ts';
import type { RuleBook } from '../../domain/rule-book.ts';
import { as, table } from '../../domain/table.ts';

export const enrichmentRules = table('enrichment_rules', ['rulesId'], {
  rulesId: as<'enrichment'>(),
  book: as<RuleBook>(),
  hash: as<string>(),
  shipped: as<boolean>(),
  reason: as<string>(),
  changedBy: as<string>(),
  changedAt: as<string>(),
  version: as<number>(),
});

export const ruleUse = table('rule_use', ['gameId', 'rule'], {
  gameId: as<GameId>(),
  rule: as<string>(),
  failed: as<string | null>(),
});
