import { describe, expect, it } from 'vitest';
import { readYaml, yamlDocuments } from './yaml-documents.ts';

const read = (text: string) => [...yamlDocuments(text)].map(readYaml);
const value = (each: unknown) => ({ kind: 'value', value: each });

describe('a stream of YAML documents', () => {
  it('is read one by one, and knows where each begins', () => {
    const documents = [...yamlDocuments('---\na: 1\n---\n\n---\nb: 2\n--- # remark\nc: 3\n')];
    expect(documents.map(({ number, line }) => [number, line])).toEqual([
      [1, 1],
      [2, 5],
      [3, 7],
    ]);
    expect(documents.map(readYaml)).toEqual([value({ a: '1' }), value({ b: '2' }), value({ c: '3' })]);
  });

  it('loses no neighbour of a broken one, and names the broken line of the file', () => {
    expect(read('a: 1\n---\nb:\n  - x\n y: z\n---\nc: 3')).toEqual([
      value({ a: '1' }),
      { kind: 'broken', line: 5, reason: expect.any(String) },
      value({ c: '3' }),
    ]);
  });

  it('keeps every scalar as it was written', () => {
    expect(read('{version: 1.10, year: 2020-01-01, yes: no, nothing: ~, code: 007}')).toEqual([
      value({ version: '1.10', year: '2020-01-01', yes: 'no', nothing: '~', code: '007' }),
    ]);
  });

  it('constructs nothing, merges nothing, follows no alias and no endless nesting', () => {
    expect(read('a: !!js/function "x"')[0]?.kind).toBe('broken');
    expect(read('a: &a [1]\nb: *a')[0]).toEqual({
      kind: 'broken',
      line: 2,
      reason: 'it holds aliases, which are not followed',
    });
    expect(read('['.repeat(50_000))[0]?.kind).toBe('broken');
  });

  it('reads a divider inside a text as text', () => {
    expect(read('a: |-\n  one\n  ---\n  two\n')).toEqual([value({ a: 'one\n---\ntwo' })]);
  });

  it('reads Windows line ends and finds nothing in nothing', () => {
    expect(read('---\r\na: b\r\n---\r\nc: d\r\n')).toEqual([value({ a: 'b' }), value({ c: 'd' })]);
    expect(read('')).toEqual([]);
    expect(read('---\n---\n')).toEqual([]);
  });
});
