/**
 * Addresses as documents give them, as addresses a reader may follow.
 */

/** An absolute http(s) address in one spelling, or undefined: `mailto:`, `javascript:` and the like are not for a catalogue. */
export function webAddress(text: string | undefined, base?: string): string | undefined {
  const parsed = text === undefined ? null : URL.parse(text, base && `${base.replace(/\/+$/, '')}/`);
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed.href : undefined;
}
