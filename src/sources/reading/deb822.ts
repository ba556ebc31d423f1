/**
 * Reads deb822, the form of a distribution's package index: stanzas of `Name: value` lines, divided by
 * empty lines. One pass over the text, one stanza in memory at a time: an index may hold 60,000 of them.
 */

/**
 * `fields`: names in lower case (they are case-insensitive); the lines of a long value are joined by newlines,
 * each without its first space, so a line that still begins with a space was meant verbatim; ` .` is an empty line.
 * `broken`: a line that fits no stanza; its neighbours are read all the same. `line` counts from 1.
 */
export type Stanza =
  | { kind: 'stanza'; line: number; fields: Map<string, string> }
  | { kind: 'broken'; line: number; reason: string };

const fieldForm = /^([!"$-,./0-9;-~][!-9;-~]*):(.*)$/;

/** Never throws; a broken line comes before the stanza it stands in. */
export function* readStanzas(text: string): Generator<Stanza> {
  let fields = new Map<string, string>();
  let first = 0;
  let name: string | undefined;
  let value: string[] = [];

  const closeField = () => {
    if (name !== undefined) fields.set(name, value.join('\n'));
    name = undefined;
  };

  let number = 0;
  for (const { line, continues } of readLines(text)) {
    number += 1;
    if (line.startsWith('#')) continue;
    if (line.trim() === '' && !(line !== '' && continues && name !== undefined)) {
      closeField();
      if (fields.size > 0) yield { kind: 'stanza', line: first, fields };
      fields = new Map();
    } else if (line.startsWith(' ') || line.startsWith('\t')) {
      if (name === undefined) yield { kind: 'broken', line: number, reason: 'a continuation of no field' };
      else value.push(line.trim() === '.' ? '' : line.slice(1).trimEnd());
    } else {
      closeField();
      const [, key, rest] = fieldForm.exec(line) ?? [];
      if (key === undefined || rest === undefined) {
        yield { kind: 'broken', line: number, reason: 'neither a field nor a continuation' };
      } else if (fields.has(key.toLowerCase())) {
        yield { kind: 'broken', line: number, reason: 'a field that this stanza has already' };
      } else {
        if (fields.size === 0) first = number;
        name = key.toLowerCase();
        value = [rest.trim()];
      }
    }
  }
  closeField();
  if (fields.size > 0) yield { kind: 'stanza', line: first, fields };
}

/** `continues`: the next line begins with a space. Only then does a line of spaces belong to a value; else it divides. */
function* readLines(text: string): Generator<{ line: string; continues: boolean }> {
  let start = text.startsWith('\ufeff') ? 1 : 0;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(start, text[end - 1] === '\r' ? end - 1 : end);
    start = end + 1;
    yield { line, continues: text[start] === ' ' || text[start] === '\t' };
  }
}
