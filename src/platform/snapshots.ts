/** Keeps raw bytes by their sha256, compressed, each once. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { zstdCompressSync, zstdDecompress } from 'node:zlib';
import type { Db } from './postgres.ts';

const decompress = promisify(zstdDecompress);
/** Below this, compression gains less than its own header and the look at it costs. */
const worthCompressing = 512;

export const hashOf = (body: Uint8Array): string => createHash('sha256').update(body).digest('hex');

/** Stores bodies under their hashes inside the caller's transaction; known ones are left alone. */
export async function keep(db: Db, bodies: readonly { hash: string; body: Uint8Array }[], at: Date): Promise<void> {
  if (bodies.length === 0) return;
  const packed = bodies.map(({ hash, body }) =>
    body.length < worthCompressing
      ? { hash, bytes: body.length, encoding: 'plain', body }
      : { hash, bytes: body.length, encoding: 'zstd', body: zstdCompressSync(body) },
  );
  await db.query({
    name: 'snapshot-keep',
    text: `insert into snapshot (hash, bytes, encoding, body, created_at)
           select *, $5::timestamptz from unnest($1::text[], $2::int[], $3::text[], $4::bytea[]) on conflict (hash) do nothing`,
    values: [
      packed.map((s) => s.hash),
      packed.map((s) => s.bytes),
      packed.map((s) => s.encoding),
      packed.map((s) => Buffer.from(s.body)),
      at.toISOString(),
    ],
  });
}

/** The bytes behind a hash, or null when none are kept. */
export async function readSnapshot(db: Db, hash: string): Promise<Uint8Array | null> {
  const { rows } = await db.query<{ encoding: string; body: Buffer }>({
    name: 'snapshot-read',
    text: 'select encoding, body from snapshot where hash = $1',
    values: [hash],
  });
  const [row] = rows;
  if (!row) return null;
  return row.encoding === 'zstd' ? await decompress(row.body) : row.body;
}
