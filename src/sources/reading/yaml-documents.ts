/**
 * Reads a stream of YAML documents one by one, so that a broken one does not lose the rest. Every scalar stays
 * text (a version `1.10` is no number), nothing is constructed, and aliases are refused: they can make much of little.
 */
import { FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml';

/** `number` and `line` count from 1; `line` is where the document begins, or where it broke. */
export type YamlDocument = { number: number; line: number; text: string };
export type YamlReading = { kind: 'value'; value: unknown } | { kind: 'broken'; line: number; reason: string };

/** Cuts at `---` lines without reading what lies between; empty documents are left out and not counted. */
export function* yamlDocuments(text: string): Generator<YamlDocument> {
  let number = 0;
  let line = 1;
  for (const part of text.split(/^---(?=\s|$)/m)) {
    if (part.trim() !== '') {
      number += 1;
      yield { number, line, text: part };
    }
    line += countNewlines(part);
  }
}

/** Never throws. */
export function readYaml(document: YamlDocument): YamlReading {
  try {
    return { kind: 'value', value: load(document.text, { schema: FAILSAFE_SCHEMA, maxAliases: 0 }) };
  } catch (error) {
    const known = error instanceof YAMLException;
    const line = document.line + (known ? (error.mark?.line ?? 0) : 0);
    return { kind: 'broken', line, reason: known ? reasonOf(error) : 'it cannot be read as YAML' };
  }
}

const reasonOf = (error: YAMLException) =>
  error.reason.includes('maxAliases') ? 'it holds aliases, which are not followed' : error.reason.slice(0, 100);

function countNewlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
