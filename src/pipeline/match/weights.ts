/** What levels of features weigh. */
export type Weights = {
  /** Evidence before anything is compared: candidates are rarely one game. */
  bias: number;
  /** By `feature=level`, in bits; a level that is not there weighs nothing. */
  levels: Readonly<Record<string, number>>;
};
