/**
 * Reads a body to its end: undoes every compression, and stops as soon as it is too large, so that neither a
 * huge file nor a few kilobytes that unfold to gigabytes are ever held in memory.
 */
import { pipeline, Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw, createZstdDecompress } from 'node:zlib';
import { failure } from './failure.ts';

type Chunks = AsyncIterable<Uint8Array>;

/** More than two are nobody's honest wish. */
const mostEncodings = 2;
/** Text shrinks to a tenth, at most to a fiftieth; a bomb to a thousandth. Small bodies may be as repetitive as they like. */
const bombRatio = 200;
const bombFloor = 4 * 1024 * 1024;

/**
 * The decompressed body. `contentEncoding` is the header; a gzip file within (`Packages.gz`) is unpacked too.
 * Throws a failure when the body is larger than `maxBytes` as sent, than twice that unpacked, or is broken.
 */
export async function readBody(chunks: Chunks, contentEncoding: string, maxBytes: number): Promise<Uint8Array> {
  const received = countReceived(chunks, maxBytes);
  let unpacked: Chunks = received.chunks;
  for (const encoding of readEncodings(contentEncoding)) unpacked = decode(unpacked, encoding);
  unpacked = unpackFile(unpacked);
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of unpacked) {
      size += part.length;
      const isBomb = size > bombFloor && size > bombRatio * received.bytes();
      if (size > 2 * maxBytes || isBomb) throw tooLarge(`unpacks to more than ${megabytes(size)}`);
      parts.push(part);
    }
  } catch (error) {
    if (error === received.error() || (error instanceof Error && 'failure' in error)) throw error;
    throw failure('decompression', `its compressed data is broken (${error instanceof Error ? error.message : error})`);
  }
  return Buffer.concat(parts, size);
}

/** Refuses a body by the length it announces, before any of it is read. */
export function checkAnnouncedLength(contentLength: string | null, maxBytes: number): void {
  if (contentLength !== null && Number(contentLength) > maxBytes) {
    throw tooLarge(`is ${megabytes(Number(contentLength))} large`);
  }
}

function tooLarge(what: string) {
  return failure('too-large', `its body ${what} (raise VARIORUM_MAX_BODY_MB if that is as it should be)`);
}

function megabytes(bytes: number): string {
  return `${Math.floor(bytes / 100_000) / 10} MB`;
}

/** Counts what arrives and remembers what the connection died of, to tell it from a decoder's complaint. */
function countReceived(chunks: Chunks, maxBytes: number) {
  let bytes = 0;
  let error: unknown;
  async function* count(): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of chunks) {
        bytes += chunk.length;
        if (bytes > maxBytes) throw tooLarge(`is larger than ${megabytes(maxBytes)}`);
        yield chunk;
      }
    } catch (thrown) {
      error = thrown;
      throw thrown;
    }
  }
  return { chunks: count(), bytes: () => bytes, error: () => error };
}

/** The header's encodings in the order in which they must be undone. */
function readEncodings(header: string): string[] {
  const encodings = header
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (encodings.length > mostEncodings) throw failure('decompression', 'its body is compressed too many times over');
  return encodings.reverse();
}

async function* decode(chunks: Chunks, encoding: string): AsyncGenerator<Uint8Array> {
  const { head, all } = await peek(chunks, 1);
  if (head.length === 0) return;
  yield* through(all, decoderFor(encoding, head));
}

function decoderFor(encoding: string, head: Uint8Array): Transform {
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'br':
      return createBrotliDecompress();
    case 'zstd':
      return createZstdDecompress();
    case 'deflate':
      // Officially with a zlib header, in practice often without.
      return ((head[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw();
    default:
      throw failure('decompression', `its body is compressed in a way unknown here (${encoding})`);
  }
}

/** A gzip file is told by its magic number, whatever its name or type. Once: an archive in an archive stays one. */
async function* unpackFile(chunks: Chunks): AsyncGenerator<Uint8Array> {
  const { head, all } = await peek(chunks, 3);
  const isGzip = head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;
  yield* isGzip ? through(all, createGunzip()) : all;
}

/** The first bytes (fewer at the end), and everything including them. */
async function peek(chunks: Chunks, length: number): Promise<{ head: Uint8Array; all: Chunks }> {
  const iterator = chunks[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array();
  while (head.length < length) {
    const next = await iterator.next();
    if (next.done) break;
    head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      if (head.length > 0) yield head;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    } finally {
      // Who stops early closes the connection.
      await iterator.return?.();
    }
  }
  return { head, all: all() };
}

function through(chunks: Chunks, decoder: Transform): Chunks {
  // The reader of `decoder` hears of every error; the callback only keeps it from being thrown a second time.
  return pipeline(Readable.from(chunks, { objectMode: false }), decoder, () => undefined);
}
