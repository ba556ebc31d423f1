/** What matching says of two records: named evidence, each with a sign, never a bare number. */
export type Evidence = {
  /** `url`, `identifier`, `title`, `author`, `year`, `number`, `one-per-source`. */
  feature: string;
  /** For the same game above zero, against below. */
  weight: number;
  /** One line a curator can judge by. */
  detail: string;
};
