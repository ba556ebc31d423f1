/**
 * Links as pages give them, as a record may keep them.
 */
import { clean } from './text.ts';

/** An absolute http(s) address under 2,000 characters, or null: `mailto:`, `javascript:` and the like are not for a catalogue. */
export function webLink(written: string | undefined, base?: string): string | null {
  const text = written === undefined || written.length > 4000 ? '' : clean(written).trim();
  const parsed = text ? (URL.parse(text) ?? URL.parse(text, base)) : null;
  if (parsed === null || !/^https?:$/.test(parsed.protocol) || parsed.hostname === '') return null;
  return parsed.href.length < 2000 ? parsed.href : null;
}
