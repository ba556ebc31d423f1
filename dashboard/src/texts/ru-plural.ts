/** The four plural forms of Russian. */
export type RussianPlural = {
  readonly one: string;
  readonly few: string;
  readonly many: string;
  readonly other: string;
};

/** The fourth form is for fractions, and we count whole things only. */
export const forms = (one: string, few: string, many: string): RussianPlural => ({ one, few, many, other: few });
