import { createServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { openLoopback, site } from './loopback.ts';

const { listen, openWeb, serve, serveRaw, stop } = openLoopback();
afterEach(stop);

/** A site that redirects from each path to where `to` says, and is at home elsewhere. */
const redirecting = (to: Record<string, string | null>, status = 302) =>
  serve((request, response) => {
    const target = to[request.url ?? ''];
    if (target === undefined) return response.end(`at ${request.url}`);
    response.writeHead(status, target === null ? {} : { location: target }).end('moved');
  });

describe('a redirect', () => {
  test.each([301, 302, 303, 307, 308])('is followed: %i', async (status) => {
    const get = await redirecting({ '/old': '/new', '/new': 'http://games.example/newest#top' }, status);
    expect(await get('/old')).toMatchObject({ kind: 'body', url: `${site}/newest`, body: Buffer.from('at /newest') });
  });

  test('is followed where it leads to raw bytes, whatever their charset', async () => {
    const get = await redirecting({
      '/utf-8': Buffer.from('/Маяк').toString('latin1'),
      '/windows-1251': '/\xcc\xe0\xff\xea',
    });
    expect(await get('/utf-8')).toMatchObject({ url: `${site}/%D0%9C%D0%B0%D1%8F%D0%BA` });
    expect(await get('/windows-1251')).toMatchObject({ url: `${site}/%CC%E0%FF%EA` });
  });

  test('in a circle ends', async () => {
    const get = await redirecting({ '/a': '/b', '/b': '/a#again' });
    expect(await get('/a')).toEqual({
      kind: 'failed',
      cause: 'redirects',
      message: `${site}/a (redirected to ${site}/a#again) was not fetched: it redirects in a circle.`,
    });
  });

  test('is followed five times and no more', async () => {
    const get = await redirecting({ '/6': '/5', '/5': '/4', '/4': '/3', '/3': '/2', '/2': '/1', '/1': '/0' });
    expect(await get('/5')).toMatchObject({ kind: 'body', url: `${site}/0` });
    expect(await get('/6')).toMatchObject({ kind: 'failed', cause: 'redirects' });
  });

  test('to nowhere fails', async () => {
    const get = await redirecting({ '/a': null });
    expect(await get('/a')).toMatchObject({ kind: 'failed', cause: 'redirects' });
  });

  test.each([
    ['file:///etc/passwd', 'not-http'],
    ['gopher://games.example/', 'not-http'],
    ['data:text/html,hello', 'not-http'],
    ['http://', 'not-http'],
    ['http://127.0.0.1/', 'refused-address'],
    ['http://169.254.169.254/latest/meta-data/', 'refused-address'],
    ['//[::1]/', 'refused-address'],
    ['http://localhost/', 'refused-address'],
    ['http://games.example:22/', 'refused-address'],
  ])('to %s is not followed', async (target, cause) => {
    const get = await redirecting({ '/a': target });
    expect(await get('/a')).toMatchObject({ kind: 'failed', cause });
  });
});

describe('a URL', () => {
  test.each(['ftp://games.example/', 'games.example', 'javascript:alert(1)', ''])('%j is not asked', async (url) => {
    const get = openWeb(1);
    const answer = await get(url || 'http:');
    expect(answer).toMatchObject({ kind: 'failed', cause: 'not-http' });
  });

  test('with a name and password does not send them', async () => {
    const get = await serve((request, response) => response.end(request.headers.authorization ?? 'none'));
    expect(await get('http://me:hunter2@games.example/')).toMatchObject({ body: Buffer.from('none') });
  });
});

describe('time', () => {
  const short = { fetchTimeoutMs: 50 };

  test('ends a site that never answers', async () => {
    const get = await serve(() => undefined, short);
    expect(await get('/')).toMatchObject({ kind: 'failed', cause: 'timeout' });
  });

  test('ends a site that falls silent within its answer', async () => {
    const get = await serve((_, response) => response.write('so f'), short);
    expect(await get('/')).toMatchObject({ kind: 'failed', cause: 'timeout' });
  });

  test.each([200, 404, 302])('ends an answer %i that drips for ever', async (status) => {
    const timers: NodeJS.Timeout[] = [];
    const get = await serve((_, response) => {
      response.writeHead(status, { location: '/elsewhere' });
      timers.push(setInterval(() => response.write('.'), 5));
    }, short);
    expect(await get('/')).toMatchObject({ kind: status === 404 ? 'missing' : 'failed' });
    for (const timer of timers) clearInterval(timer);
  });

  test('is the caller’s: who gives up hears the own reason', async () => {
    const caller = new AbortController();
    const get = await serve(() => caller.abort(new Error('shutting down')));
    await expect(get('/', {}, caller.signal)).rejects.toThrow('shutting down');
    await expect(get('/', {}, caller.signal)).rejects.toThrow('shutting down');
  });
});

describe('a connection', () => {
  test('that is refused', async () => {
    const port = await listen(createServer());
    await stop();
    expect(await openWeb(port)('/')).toEqual({
      kind: 'failed',
      cause: 'unreachable',
      message: `${site}/ was not fetched: the host refuses connections.`,
    });
  });

  test('that is reset before the answer', async () => {
    const get = await serveRaw((socket) => socket.once('data', () => socket.resetAndDestroy()));
    expect(await get('/')).toMatchObject({ kind: 'failed', cause: 'interrupted' });
  });

  test.each<[string, string]>([
    ['Content-Length: 100', 'half'],
    ['Transfer-Encoding: chunked', '64\r\nhalf'],
    ['Transfer-Encoding: chunked\r\nContent-Encoding: gzip', '64\r\n\x1f\x8b'],
  ])('that ends within the answer (%s)', async (header, body) => {
    const get = await serveRaw((socket) =>
      socket.once('data', () => socket.end(`HTTP/1.1 200 OK\r\n${header}\r\n\r\n${body}`, 'latin1')),
    );
    expect(await get('/')).toMatchObject({ kind: 'failed', cause: 'interrupted' });
  });

  test('to a server that speaks something else', async () => {
    const get = await serveRaw((socket) => socket.once('data', () => socket.end('220 mail.example ESMTP\r\n')));
    expect(await get('/')).toMatchObject({ kind: 'failed', cause: 'not-http' });
  });
});
