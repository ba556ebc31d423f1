/** The steps by job kind: slow ones wait in a queue, quick ones run in the transaction of their fact. */
import { discoverStep } from './crawl/discover.job.ts';
import { fetchStep } from './crawl/fetch.job.ts';
import { followStep } from './crawl/follow.job.ts';
import type { QuickStep, SlowStep } from './deps.ts';
import { extractStep } from './extract/extract.job.ts';
import { releaseStep, unholdStep } from './extract/release.job.ts';
import type { QuickJob, SlowJob } from './jobs.ts';
import { clusterStep } from './match/cluster.job.ts';
import { matchStep } from './match/match.job.ts';
import { recompareStep } from './match/recompare.job.ts';
import { learnStep, trainStep } from './match/train.job.ts';
import { draftStep } from './merge/draft.job.ts';
import { redraftStep } from './merge/redraft.job.ts';
import { refineStep } from './refine/refine.job.ts';
import { askStep } from './review/ask.job.ts';
import { gateStep } from './review/gate.job.ts';

export const slowSteps: { [Kind in SlowJob['kind']]: SlowStep<Kind> } = {
  discover: discoverStep,
  fetch: fetchStep,
  release: releaseStep,
  redraft: redraftStep,
  train: trainStep,
  recompare: recompareStep,
};

/** In the order of the flow, so that a later step sees what an earlier one did in the same round. */
export const quickSteps: { [Kind in QuickJob['kind']]: QuickStep<Kind> } = {
  extract: extractStep,
  follow: followStep,
  unhold: unholdStep,
  match: matchStep,
  learn: learnStep,
  cluster: clusterStep,
  ask: askStep,
  draft: draftStep,
  refine: refineStep,
  gate: gateStep,
};
