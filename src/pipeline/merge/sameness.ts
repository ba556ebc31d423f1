/** When two values of a list are one: what records are united by, and what a rule finds present already. */
import type { Credit, GameUrl, Tag } from '../../domain/record.ts';
import { sameName } from '../../domain/rule-book.ts';
import { urlIdentity } from '../../domain/url-identity.ts';

export const creditKey = ({ role, name }: Credit): string => `${role}|${sameName(name)}`;
export const tagKey = (tag: Tag): string => `${tag.category}|${tag.slug ?? ''}|${tag.name?.toLowerCase() ?? ''}`;
export const urlKey = (url: GameUrl): string => `${url.category}|${urlIdentity(url.url) ?? url.url}`;

/** A tag that stands says what another one would: by its slug, or by its name. */
export const saysTag = (standing: Tag, other: Tag): boolean =>
  standing.category === other.category &&
  ((other.slug !== undefined && standing.slug === other.slug) ||
    (other.slug === undefined && standing.name?.toLowerCase() === other.name?.toLowerCase()));
