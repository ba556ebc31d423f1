/** What another language must give for a key of the English catalogue. */
export type Translation<Catalogue, Plural> = {
  readonly [Key in keyof Catalogue]: Catalogue[Key] extends string ? string : Plural;
};
