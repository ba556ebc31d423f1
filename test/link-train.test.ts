/** `variorum link train` and `link score` on small files of invented pairs, as somebody with labels would use them. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { linkScoreCommand } from '../src/cli/link-score.ts';
import { linkTrainCommand } from '../src/cli/link-train.ts';
import { inventPairs } from './invent-pairs.ts';

const folder = mkdtempSync(join(tmpdir(), 'link-train-'));
const at = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

const lines = inventPairs(150, 1).map(({ same, ...pair }, index) =>
  JSON.stringify({ ...pair, label: index % 2 ? same : Number(same) }),
);
writeFileSync(at('labelled.jsonl.gz'), gzipSync(lines.join('\n')));

/** Runs a command here; an error is one sentence on standard error and code 2, as `main` makes it. */
async function link(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let code = 0;
  const text = { out: '', err: '' };
  const keep = (name: 'out' | 'err') => (chunk: unknown) => {
    text[name] += String(chunk);
    return true;
  };
  const out = vi.spyOn(process.stdout, 'write').mockImplementation(keep('out'));
  const err = vi.spyOn(process.stderr, 'write').mockImplementation(keep('err'));
  const exit = (given: number) => {
    code = given;
  };
  const command = new Command('link').addCommand(linkTrainCommand(exit)).addCommand(linkScoreCommand(exit));
  for (const each of command.commands) each.exitOverride();
  try {
    await command.parseAsync(args, { from: 'user' });
  } catch (error) {
    code = 2;
    text.err += error instanceof Error ? error.message : String(error);
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
  return { code, ...text };
}

const parsed = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

beforeAll(async () => {
  const { code, out, err } = await link(
    'train',
    at('labelled.jsonl.gz'),
    '--map',
    'authors=brand',
    '--out',
    at('model.json'),
  );
  expect([code, err]).toEqual([0, expect.stringContaining('Fields read: brand as authors, price, title.')]);
  expect(out).toMatch(/^150 pairs, 50 of them one thing; .*\nOn pairs held out in turn: F1 0\.\d+, precision /);
});

describe('train', () => {
  test('--json prints the figures alone', async () => {
    const { out } = await link('train', at('labelled.jsonl.gz'), '--json', '--out', at('again.json'));
    expect(JSON.parse(out)).toMatchObject({ pairs: 150, matches: 50, badLines: 0, f1: expect.any(Number) });
  });

  test('bad lines are told with their number, counted and left out', async () => {
    const bad = [
      '{"left":{"title":"a"},"right":{"title":"b"},"label":"maybe"}',
      '{"left":1,"right":{}}',
      '{"left"',
      '{"left":{},"right":{}}',
    ];
    writeFileSync(at('bad.jsonl'), [...bad, ...lines].join('\n'));
    const { code, out, err } = await link('train', at('bad.jsonl'), '--out', at('model2.json'));
    expect(code).toBe(1);
    expect(err).toContain('bad.jsonl, line 1 cannot be used: its label is "maybe", but must be 0, 1, true or false.');
    expect(err).toContain('bad.jsonl, line 2 cannot be used: left is no object of fields.');
    expect(err).toContain('bad.jsonl, line 3 is no JSON: each line must be one record.');
    expect(err).toContain('bad.jsonl, line 4 cannot be used: it has no label.');
    expect(out).toContain('150 pairs, 50 of them one thing');
    expect(out).toContain('4 lines could not be used and were left out.');
  });

  test('fields that nobody named are told', async () => {
    const odd = lines.map((line) => line.replaceAll('"brand"', '"gizmo"')).join('\n');
    writeFileSync(at('odd.jsonl'), odd);
    const { err } = await link('train', at('odd.jsonl'), '--out', at('odd.json'));
    expect(err).toContain('Fields not read: gizmo; --map ROLE=FIELD says what they are.');
  });

  test.each([
    ['a file that is not there', ['nowhere.jsonl'], /There is no file/],
    ['an unknown role', ['labelled.jsonl.gz', '--map', 'maker=brand'], /role «maker», which is none of title, /],
    ['a map without =', ['labelled.jsonl.gz', '--map', 'brand'], /must be ROLE=FIELD/],
    [
      'a field no pair has',
      ['labelled.jsonl.gz', '--map', 'title=nome'],
      /nome, which no pair has; the pairs have brand|title/,
    ],
    ['too few pairs', ['few.jsonl'], /1 pair labelled 1 and 2 labelled 0: at least 10 of each/],
    ['fields of which none is known', ['strange.jsonl'], /None of the fields x is known/],
  ])('%s: one sentence, and no model', async (_, [file = '', ...more], reason) => {
    writeFileSync(at('few.jsonl'), lines.slice(0, 3).join('\n'));
    writeFileSync(at('strange.jsonl'), '{"left":{"x":"1"},"right":{"x":"2"},"label":0}');
    const { code, err } = await link('train', at(file), ...more, '--out', at('none.json'));
    expect([code, err]).toEqual([2, expect.stringMatching(reason)]);
    expect(readdirSync(folder).filter((name) => /^none|\.part$/.test(name))).toEqual([]);
  });
});

describe('score', () => {
  test('adds probability, decision and evidence to labelled pairs, and tells how good they are', async () => {
    const { code, err } = await link(
      'score',
      at('labelled.jsonl.gz'),
      '--model',
      at('model.json'),
      '--out',
      at('scored.jsonl'),
    );
    expect([code, err]).toEqual([
      0,
      expect.stringMatching(/150 pairs scored\.\nAgainst 150 labels, joined from 0\.\d+ on: F1 0\.\d+, /),
    ]);
    const scored = parsed(readFileSync(at('scored.jsonl'), 'utf8'));
    expect(scored.length).toBe(150);
    for (const [index, { probability, decision, evidence, ...rest }] of scored.entries()) {
      expect(rest).toEqual(JSON.parse(lines[index] ?? ''));
      expect(probability >= 0 && probability <= 1).toBe(true);
      expect(decision).toMatch(/^(same|different)$/);
      expect(evidence[0]).toEqual({
        feature: expect.any(String),
        weight: expect.any(Number),
        detail: expect.any(String),
      });
    }
  });

  test('pairs without labels go to standard output, and no figures are made up', async () => {
    writeFileSync(
      at('plain.jsonl'),
      '{"left":{"title":"Quarry Atlas 4"},"right":{"title":"Quarry Atlas 4.0"},"note":"kept"}\n{"left"\n',
    );
    const { code, out, err } = await link('score', at('plain.jsonl'), '--model', at('model.json'));
    expect(parsed(out)).toEqual([expect.objectContaining({ note: 'kept', decision: 'same' })]);
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/line 2 is no JSON.*\n1 pair scored\.\n1 line could not be used and was left out\.\n$/),
    ]);
  });

  test.each([
    ['a model that is not there', 'plain.jsonl', 'nowhere.json', /The model .* cannot be read/],
    ['a file that is no model', 'plain.jsonl', 'bad.jsonl', /is no model that `variorum link train` wrote/],
    [
      'pairs of other fields',
      'other.jsonl',
      'model.json',
      /has none of the fields the model reads \(brand, price, title\)/,
    ],
  ])('%s: one sentence, and nothing half written', async (_, pairs, model, reason) => {
    writeFileSync(at('other.jsonl'), '{"left":{"nome":"x"},"right":{"nome":"y"}}');
    const { code, err } = await link('score', at(pairs), '--model', at(model), '--out', at('s.jsonl'));
    expect([code, err]).toEqual([2, expect.stringMatching(reason)]);
    expect(existsSync(at('s.jsonl'))).toBe(false);
  });
});
