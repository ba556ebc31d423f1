/** The only place that reads the clock or makes up a random value, so that everything else can be replayed. */
import { randomFillSync } from 'node:crypto';

/** The present moment. */
export function now(): Date {
  return new Date();
}

/** Of the 12 bits that order the ids of one millisecond, the highest starts as 0: room for at least 2048 more. */
const firstCounter = 0x7ff;
const lastCounter = 0xfff;

let last = 0;
let counter = 0;

/** A new UUID, version 7: ids sort by the time they were made, within one process strictly. */
export function newId(): string {
  const bytes = randomFillSync(Buffer.alloc(16));
  const millisecond = Date.now();
  if (millisecond > last) {
    last = millisecond;
    counter = bytes.readUInt16BE(6) & firstCounter;
  } else if (counter < lastCounter) {
    counter += 1;
  } else {
    // The millisecond is full (or the clock went back): run ahead of the clock rather than out of order.
    last += 1;
    counter = bytes.readUInt16BE(6) & firstCounter;
  }
  bytes.writeUIntBE(last, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
