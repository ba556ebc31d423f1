/** The edges between records, as the newest comparison of either record said. */
import { ordered } from '../../domain/match.ts';
import { put, remove, type View } from '../../domain/view.ts';
import { matchEdge } from './match-edge.table.ts';

export const matchEdgeView: View = {
  tables: [matchEdge],
  on(fact) {
    if (fact.type !== 'RecordCompared') return [];
    const { recordId, edges, gone } = fact.payload;
    return [
      ...gone.map((other) => {
        const [recordA, recordB] = ordered(recordId, other);
        return remove(matchEdge, { recordA, recordB });
      }),
      ...edges.map(({ other, probability, evidence }) => {
        const [recordA, recordB] = ordered(recordId, other);
        return put(matchEdge, { recordA, recordB, probability, evidence });
      }),
    ];
  },
};
