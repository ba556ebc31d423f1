/** Which rules stand, and at which games they act or fail. */
import { put, replace, type View } from '../../domain/view.ts';
import { enrichmentRules, ruleUse } from './enrichment.table.ts';

export const enrichmentView: View = {
  tables: [enrichmentRules, ruleUse],
  on(fact) {
    switch (fact.type) {
      case 'RulesChanged': {
        const { at: changedAt, actor: changedBy, version, payload } = fact;
        return [put(enrichmentRules, { rulesId: 'enrichment', ...payload, changedAt, changedBy, version })];
      }
      case 'GameDrafted': {
        const { gameId, rules } = fact.payload;
        // Drafts from before there were rules have none; there was nothing to replace either.
        if (rules === undefined) return [];
        const rows = rules.map(({ rule, failed }) => ({ gameId, rule, failed: failed ?? null }));
        return [replace(ruleUse, 'gameId', gameId, rows)];
      }
      case 'GameWithdrawn':
        return [replace(ruleUse, 'gameId', fact.payload.gameId, [])];
      default:
        return [];
    }
  },
};
