/** What a source says of a person: an author's page. Credits of games lead to it by its address. */
export type PersonRecord = {
  source: string;
  /** The page it was read from. */
  url: string;
  /** The source's own name for the person; a person's identity is (source, key). */
  key: string;
  name: string;
  /** Other names whose pages lead here. */
  otherNames?: string[];
  /** Markdown; `language` is null when unknown. */
  biography?: { language: string | null; text: string };
  urls?: PersonUrl[];
  attributions?: string[];
};

export type PersonUrl = { category: PersonUrlCategory; url: string; description?: string };

export const personUrlCategories = ['personal_page', 'other_site', 'avatar', 'social', 'interview', 'other'] as const;
export type PersonUrlCategory = (typeof personUrlCategories)[number];
