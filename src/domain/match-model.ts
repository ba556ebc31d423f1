/** What matching weighs evidence by: versioned, trained from judgements of curators, one of them in force. */

export type Weights = {
  /** Evidence before anything is compared: candidates are rarely one game. */
  bias: number;
  /** By `feature=level`; a level that is not there weighs nothing. */
  levels: Readonly<Record<string, number>>;
  /** How sums of weights are read as log odds, `slope * sum + shift`; as they stand when it is absent. */
  calibration?: { slope: number; shift: number };
};

export type Thresholds = {
  /** From this probability on the machine joins by itself. */
  same: number;
  /** From this on it asks a curator; below, they are different games. */
  ask: number;
};

export type MatchModel = { weights: Weights; thresholds: Thresholds };

/** Judged pairs that got a probability from `from` to `to`: how many, the mean, and the share that is one game. */
export type ReliabilityBin = { from: number; to: number; count: number; mean: number; same: number };

/** How well a model does on judged pairs. */
export type ModelFigures = {
  /** In nats a pair; curators are taken to err now and then, so one slip costs little. */
  logLoss: number;
  /** Expected calibration error over ten bins. */
  ece: number;
  /** At the model's threshold for joining; null when there is nothing to divide by. */
  precision: number | null;
  recall: number | null;
  bins: ReliabilityBin[];
};

/** Of a trained model beside the one that was in force. */
export type ModelVerdict = 'better' | 'worse' | 'too few';

/** Pairs that no training saw, and what both models make of them. */
export type HeldBack = { pairs: number; same: number; old: ModelFigures; new: ModelFigures };
