/** Every view, hence every table that can be rebuilt from the log. */
import { gameView } from './catalogue/game.view.ts';
import { withdrawnView } from './catalogue/withdrawn.view.ts';
import type { View } from './domain/view.ts';
import { runView } from './operate/run.view.ts';
import { sourceStateView } from './operate/source-state.view.ts';
import { pageView } from './pipeline/crawl/page.view.ts';
import { coverageView } from './pipeline/extract/coverage.view.ts';
import { personView } from './pipeline/extract/person.view.ts';
import { sourceRecordView } from './pipeline/extract/source-record.view.ts';
import { judgementView } from './pipeline/match/judgement.view.ts';
import { matchEdgeView } from './pipeline/match/match-edge.view.ts';
import { matchKeyView } from './pipeline/match/match-key.view.ts';
import { matchModelView } from './pipeline/match/match-model.view.ts';
import { enrichmentView } from './pipeline/merge/enrichment.view.ts';
import { gameDraftView } from './pipeline/merge/game-draft.view.ts';
import { reviewView } from './pipeline/review/review.view.ts';

export const views: readonly View[] = [
  pageView,
  sourceRecordView,
  personView,
  coverageView,
  matchKeyView,
  matchEdgeView,
  judgementView,
  matchModelView,
  gameDraftView,
  enrichmentView,
  reviewView,
  gameView,
  withdrawnView,
  runView,
  sourceStateView,
];
