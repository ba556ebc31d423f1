/** Which blocking keys each record stands under. */
import { replace, type View } from '../../domain/view.ts';
import { blockingKeys } from './keys.ts';
import { matchKey } from './match-key.table.ts';

export const matchKeyView: View = {
  tables: [matchKey],
  on(fact) {
    if (fact.type !== 'RecordExtracted') return [];
    const { recordId, record } = fact.payload;
    return [
      replace(
        matchKey,
        'recordId',
        recordId,
        blockingKeys(record).map((key) => ({ key, recordId })),
      ),
    ];
  },
};
