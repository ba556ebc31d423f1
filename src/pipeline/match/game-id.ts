/** The id of a game is a function of its founder, so that undo and replay give the same ids. */
import { createHash } from 'node:crypto';
import type { GameId, RecordId } from '../../domain/ids.ts';

const namespace = 'variorum game of ';

/** A UUID (version 8) from the record that founded the game: of its records, the one that stands earliest in the log. */
export function gameIdOf(founder: RecordId): GameId {
  const bytes = createHash('sha256')
    .update(namespace + founder)
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return parts.join('-') as GameId;
}
