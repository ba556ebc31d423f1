import { describe, expect, it } from 'vitest';
import { debianPackages } from './debian-packages.ts';

const archive = 'https://archive.example/debian';
const document = `${archive}/dists/stable/main/binary-amd64/Packages.gz`;

describe('the package index source', () => {
  it('claims the index of any suite, component and architecture, and nothing else', () => {
    expect(debianPackages.claims(document)).toBe(true);
    expect(debianPackages.claims('http://archive.example/dists/sid/non-free/binary-arm64/Packages')).toBe(true);
    expect(debianPackages.claims(`${archive}/dists/stable/main/source/Sources.gz`)).toBe(false);
    expect(debianPackages.claims(`${archive}/dists/stable/main/dep11/Components-amd64.yml.gz`)).toBe(false);
    expect(debianPackages.claims(`${archive}/pool/Packages.gz`)).toBe(false);
  });

  it('knows one document in two compressions as one page', () => {
    expect(debianPackages.key(document.replace('.gz', '.xz'))).toBe(debianPackages.key(document));
    expect(debianPackages.key(document)).toBe('dists/stable/main/binary-amd64/Packages');
  });

  it('starts at the archive the operator names, and stays off without one', () => {
    expect(debianPackages.seeds({ VARIORUM_DEBIAN_ARCHIVE: `${archive}/` })).toEqual([{ as: 'page', url: document }]);
    expect(debianPackages.seeds({})).toEqual([]);
  });

  it('is no listing', () => {
    expect(debianPackages.list({ url: document, text: '' }).kind).toBe('broken');
  });
});
