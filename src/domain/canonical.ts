/**
 * One spelling for one value: object keys sorted, `undefined` left out. Hashes of facts, records and
 * drafts are taken over this text, because PostgreSQL's jsonb keeps no key order of its own.
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const object = value as Record<string, unknown>;
  let text = '';
  for (const key of Object.keys(object).sort()) {
    if (object[key] === undefined) continue;
    text += `${text ? ',' : ''}${JSON.stringify(key)}:${canonical(object[key])}`;
  }
  return `{${text}}`;
}
