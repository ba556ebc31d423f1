import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { openLoopback, site } from './loopback.ts';
import type { Answer } from './web.ts';

const { serve, stop } = openLoopback();
afterEach(stop);

function said(answer: Answer): string {
  return answer.kind === 'body' ? Buffer.from(answer.body).toString() : JSON.stringify(answer);
}

describe('a page', () => {
  test('comes with what is needed to ask again', async () => {
    const get = await serve((_, response) => {
      response.setHeader('content-type', 'text/html; charset=windows-1251');
      response.setHeader('etag', 'W/"1"');
      response.setHeader('last-modified', 'Sat, 01 Mar 2025 00:00:00 GMT');
      response.end('hello');
    });
    expect(await get('/a?b#c')).toEqual({
      kind: 'body',
      url: `${site}/a?b`,
      status: 200,
      contentType: 'text/html; charset=windows-1251',
      body: Buffer.from('hello'),
      etag: 'W/"1"',
      lastModified: 'Sat, 01 Mar 2025 00:00:00 GMT',
    });
  });

  test('is asked for by name, politely', async () => {
    const get = await serve((request, response) => response.end(JSON.stringify(request.headers)), {
      contact: 'https://variorum.example/bot',
    });
    expect(JSON.parse(said(await get('/')))).toMatchObject({
      host: 'games.example',
      'user-agent': 'Variorum/0.1 (+https://variorum.example/bot)',
      'accept-encoding': 'gzip, br, zstd, deflate',
    });
  });

  test('is unchanged when the site says so to a conditional request', async () => {
    const get = await serve((request, response) => {
      const { 'if-none-match': etag, 'if-modified-since': since } = request.headers;
      response.writeHead(etag === '"1"' || since === 'then' ? 304 : 200).end('new');
    });
    expect(await get('/', { etag: '"1"' })).toEqual({ kind: 'unchanged' });
    expect(await get('/', { lastModified: 'then' })).toEqual({ kind: 'unchanged' });
    expect(said(await get('/', { etag: '"Ж"', lastModified: 'a\r\nb' }))).toBe('new');
  });

  test('cannot be unchanged to who holds nothing', async () => {
    const get = await serve((_, response) => response.writeHead(304).end());
    expect(await get('/')).toMatchObject({ kind: 'failed', cause: 'status' });
  });

  test.each([404, 410])('is missing: %i', async (status) => {
    const get = await serve((_, response) => response.writeHead(status).end('no such page'));
    expect(await get('/')).toEqual({ kind: 'missing', status });
  });

  test.each([400, 403, 429, 500, 503])('is failed: %i', async (status) => {
    const get = await serve((_, response) => response.writeHead(status).end('sorry'));
    expect(await get('/p')).toEqual({
      kind: 'failed',
      cause: 'status',
      message: `${site}/p was not fetched: the site answered ${status}.`,
    });
  });

  test.each([429, 503])('must wait when a %i names a date', async (status) => {
    const untilMs = Math.floor(Date.now() / 1000) * 1000 + 60_000;
    const headers = { 'retry-after': new Date(untilMs).toUTCString() };
    const get = await serve((_, response) => response.writeHead(status, headers).end());
    expect(await get('/')).toEqual({
      kind: 'pause',
      untilMs,
      because: `games.example answered ${status} and asks to wait until ${new Date(untilMs).toISOString()}.`,
    });
  });
});

describe('compression', () => {
  const text = 'Маяк '.repeat(1000);
  test.each<[string, string, Buffer]>([
    ['gzip', 'gzip', gzipSync(text)],
    ['br', 'br', brotliCompressSync(text)],
    ['zstd', 'zstd', zstdCompressSync(text)],
    ['deflate', 'deflate', deflateSync(text)],
    ['deflate without its header', 'deflate', deflateRawSync(text)],
    ['two at once', 'gzip, br', brotliCompressSync(gzipSync(text))],
    ['a gzip file', '', gzipSync(text)],
    ['a gzip file, compressed once more', 'gzip', gzipSync(gzipSync(text))],
  ])('is undone: %s', async (_, encoding, body) => {
    const get = await serve((_, response) => response.setHeader('content-encoding', encoding).end(body));
    expect(said(await get('/'))).toBe(text);
  });

  test.each<[string, string, Uint8Array]>([
    ['cut short', 'gzip', gzipSync(text).subarray(0, -10)],
    ['no gzip at all', 'gzip', Buffer.from(text)],
    ['of an unknown kind', 'lzma', Buffer.from(text)],
    ['without end', 'gzip, gzip, gzip', gzipSync(gzipSync(gzipSync(text)))],
  ])('that is %s fails', async (_, encoding, body) => {
    const get = await serve((_, response) => response.setHeader('content-encoding', encoding).end(body));
    expect(await get('/')).toMatchObject({ kind: 'failed', cause: 'decompression' });
  });

  const bomb = Buffer.alloc(50_000_000);
  test.each<[string, string, Buffer]>([
    ['gzip', 'gzip', gzipSync(bomb)],
    ['br', 'br', brotliCompressSync(bomb)],
    ['zstd', 'zstd', zstdCompressSync(bomb)],
    ['deflate', 'deflate', deflateSync(bomb)],
    ['a gzip file', '', gzipSync(bomb)],
    ['gzip in gzip', 'gzip', gzipSync(gzipSync(bomb))],
  ])('does not let a bomb in: %s', async (_, encoding, body) => {
    const get = await serve((_, response) => response.setHeader('content-encoding', encoding).end(body), {
      maxBodyBytes: 10_000_000,
    });
    expect(await get('/')).toMatchObject({ kind: 'failed', cause: 'too-large' });
  });
});

describe('a body of 200 MB', () => {
  const block = Buffer.alloc(64 * 1024, 'x');

  test('is refused before it is read when it says so', async () => {
    let sent = 0;
    const get = await serve((_, response) => {
      response.setHeader('content-length', 200_000_000).write(block, () => sent++);
    });
    expect(await get('/')).toMatchObject({ kind: 'failed', cause: 'too-large' });
    expect(sent).toBeLessThanOrEqual(1);
  });

  test('is refused as soon as it is too large when it does not', async () => {
    let sent = 0;
    const get = await serve((_, response) => {
      const more = () => {
        while (!response.destroyed && sent < 200_000_000) {
          sent += block.length;
          if (!response.write(block)) return response.once('drain', more);
        }
      };
      more();
    });
    expect(await get('/')).toMatchObject({ kind: 'failed', cause: 'too-large' });
    expect(sent).toBeLessThan(50_000_000);
  });
});
