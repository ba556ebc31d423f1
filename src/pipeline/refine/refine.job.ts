/** Where texts will be improved from several sources' sentences; for now every draft passes as it is. */
import { fact } from '../../domain/events.ts';
import { each, type QuickStep } from '../deps.ts';
import { done } from '../outcome.ts';

export const refineStep: QuickStep<'refine'> = async (jobs) =>
  each(jobs, ({ gameId, draftHash }) => done([fact('GameRefined', { gameId, draftHash, refined: [] })]));
