/**
 * Lists that people write into one field: «INSTEAD, URQ», «Windows; Linux». What stands in brackets belongs together, and
 * so does a piece without letters with the one before: «TADS 2, 3» is one thing.
 */

/** The pieces of a list, trimmed, without empty ones and repeats. */
export function splitList(text: string): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let piece = '';
  const end = () => {
    const trimmed = piece.trim();
    const before = pieces.at(-1);
    if (trimmed !== '' && !/\p{L}/u.test(trimmed) && before !== undefined)
      pieces[pieces.length - 1] = `${before}, ${trimmed}`;
    else if (trimmed !== '') pieces.push(trimmed);
    piece = '';
  };
  for (const sign of text) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth = Math.max(0, depth - 1);
    if (depth === 0 && (sign === ',' || sign === ';' || sign === '\n')) end();
    else piece += sign;
  }
  end();
  return [...new Set(pieces)];
}
