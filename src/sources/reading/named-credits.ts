/**
 * Credits from lists of names: everybody once in a role, whoever is named without a name not at all.
 */
import type { Credit, Role } from '../../domain/record.ts';
import { label } from './text.ts';

export type Credited = { role: Role; name: string | undefined; url?: string | null | undefined };

/** The same people as credits; of two entries for one name and role the first stands. */
export function namedCredits(people: Iterable<Credited>): Credit[] {
  const unique = new Map<string, Credit>();
  for (const { role, name: written, url } of people) {
    const name = label(written ?? '', 200);
    const key = `${role} ${name.toLowerCase()}`;
    if (name !== '' && !unique.has(key)) unique.set(key, { role, name, ...(url && { url }) });
  }
  return [...unique.values()];
}
