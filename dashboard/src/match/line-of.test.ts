/** A line of shares: left to right, up is more, and nothing is invented where nothing is known. */
import { expect, test } from 'vitest';
import { lineOf } from './line-of.ts';

const box = { left: 10, top: 0, width: 100, height: 50 };

test('a share of one is at the top, none at the bottom', () => {
  expect(lineOf([0, 1], box)).toBe('M10 50h0.1L110 0');
});

test('a missing share leaves a gap', () => {
  expect(lineOf([1, null, 1], box)).toBe('M10 0h0.1M110 0h0.1');
});

test('one share alone is a dash', () => {
  expect(lineOf([0.5], box)).toBe('M10 25h0.1');
});
