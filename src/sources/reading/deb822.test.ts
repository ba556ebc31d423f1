import { describe, expect, it } from 'vitest';
import { readStanzas } from './deb822.ts';

/** Stanzas as plain objects, broken lines as `line: reason`. */
const read = (text: string) =>
  [...readStanzas(text)].map((part) =>
    part.kind === 'stanza' ? Object.fromEntries(part.fields) : `${part.line}: ${part.reason}`,
  );

describe('deb822', () => {
  it('divides stanzas at empty lines, however many', () => {
    expect(read('\n\nPackage: a\nVersion: 1\n\n\n\nPackage: b\n')).toEqual([
      { package: 'a', version: '1' },
      { package: 'b' },
    ]);
  });

  it('says on which line a stanza begins', () => {
    expect([...readStanzas('# head\n\nPackage: a\n\nPackage: b')].map((part) => part.line)).toEqual([3, 5]);
  });

  it('joins continuation lines, keeps verbatim ones indented, reads ` .` as an empty line', () => {
    const text = 'Description: short\n First paragraph,\n still the first.\n .\n  verbatim\n\tafter a tab  \nSize: 1';
    expect(read(text)).toEqual([
      { description: 'short\nFirst paragraph,\nstill the first.\n\n verbatim\nafter a tab', size: '1' },
    ]);
  });

  it('reads values that begin on the next line, empty values, colons in values, names in any case', () => {
    expect(read('TAG:\n game::puzzle,\n role::program\nEmpty:\nHomepage:https://x.example/a:b')).toEqual([
      { tag: '\ngame::puzzle,\nrole::program', empty: '', homepage: 'https://x.example/a:b' },
    ]);
  });

  it('leaves out comments, also between continuation lines', () => {
    expect(read('Package: a\n# comment\nDescription: b\n#comment\n c')).toEqual([
      { package: 'a', description: 'b\nc' },
    ]);
  });

  it('reads a line of spaces as part of a value when the value goes on, else as the end of the stanza', () => {
    expect(read('Description: a\n  \n b\n   \nPackage: c')).toEqual([{ description: 'a\n\nb' }, { package: 'c' }]);
  });

  it('reads Windows line ends, a byte order mark and a missing last newline', () => {
    expect(read('\ufeffPackage: a\r\nDescription: b\r\n c\r\n\r\nPackage: d')).toEqual([
      { package: 'a', description: 'b\nc' },
      { package: 'd' },
    ]);
  });

  it('names broken lines and reads on', () => {
    expect(read(' lost\nPackage: a\nnonsense\n of nonsense\nPackage: twice\nVersion: 1\n\n: x\n-a: x')).toEqual([
      '1: a continuation of no field',
      '3: neither a field nor a continuation',
      '4: a continuation of no field',
      '5: a field that this stanza has already',
      { package: 'a', version: '1' },
      '8: neither a field nor a continuation',
      '9: neither a field nor a continuation',
    ]);
  });

  it('finds nothing in nothing', () => {
    expect(read('')).toEqual([]);
    expect(read('\n \n\t\n')).toEqual([]);
  });

  it('treats names of the prototype as plain names', () => {
    expect(
      [...readStanzas('__proto__: a\nconstructor: b')].map(
        (part) => part.kind === 'stanza' && part.fields.get('__proto__'),
      ),
    ).toEqual(['a']);
  });
});
