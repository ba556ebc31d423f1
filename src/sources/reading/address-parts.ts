/**
 * Parts of addresses that must not make two pages of one: fragments, parameters, and letters beyond ASCII, which stand in
 * paths as they are or percent-encoded.
 */

export const withoutFragment = (url: string): string => url.replace(/#.*$/s, '');

export const withoutQuery = (url: string): string => url.replace(/[?#].*$/s, '');

/** A piece of a path with its escapes resolved; as it stands where they cannot be, or hide what no name holds. */
export function decodedPath(piece: string): string {
  if (/^[!-$&-~]*$/.test(piece)) return piece;
  try {
    const decoded = decodeURIComponent(piece).normalize('NFC');
    return /[\p{Cc}\p{Cn}\p{Cs}]/u.test(decoded) ? piece : decoded;
  } catch {
    return piece;
  }
}
