import { createServer } from 'node:https';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, expect, test } from 'vitest';
import { readConnectTo } from './connect-to.ts';
import { openLoopback } from './loopback.ts';

/** Of games.example, signed by itself, for tests only. */
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg56659cmiR+/OWhoh
d5IYcyP93XgDMg+LpOPkt9v6ogahRANCAARkGh0JFWyulwpgTDPbxXyADymLCz0l
0fTbCdjYj5uhHS+qnx/UB/kyeVcDTD56o3OZQg/tqw3VN6XojaxHvSe8
-----END PRIVATE KEY-----`;
const cert = `-----BEGIN CERTIFICATE-----
MIIBbTCCAROgAwIBAgIBATAKBggqhkjOPQQDAjAYMRYwFAYDVQQDDA1nYW1lcy5l
eGFtcGxlMCAXDTIwMDEwMTAwMDAwMFoYDzIxMjAwMTAxMDAwMDAwWjAYMRYwFAYD
VQQDDA1nYW1lcy5leGFtcGxlMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEZBod
CRVsrpcKYEwz28V8gA8piws9JdH02wnY2I+boR0vqp8f1Af5MnlXA0w+eqNzmUIP
7asN1Tel6I2sR70nvKNMMEowDwYDVR0TAQH/BAUwAwEB/zAYBgNVHREEETAPgg1n
YW1lcy5leGFtcGxlMB0GA1UdDgQWBBQxEeFNba0sGbJgpsP1aW8fZ+mVgTAKBggq
hkjOPQQDAgNIADBFAiAXWxjM5Sq9+Hx/pI7++sn7gIV0kMURbLLrayTowtA7FwIh
AO6U/mj0P1YF08Q8d2Un9uhXgxVU5ZW1ubpkZfyZKoLj
-----END CERTIFICATE-----`;

const { listen, openWeb, stop } = openLoopback();
const trusted = getCACertificates('default');
afterEach(async () => {
  setDefaultCACertificates(trusted);
  await stop();
});

async function serveTls(asked: string[] = []) {
  const SNICallback = (name: string, done: (error: null) => void) => {
    asked.push(name);
    done(null);
  };
  const port = await listen(createServer({ key, cert, SNICallback }, (_, response) => response.end('hello')));
  return openWeb(0, { connectTo: readConnectTo(`*:443=127.0.0.1:${port}`) ?? [] });
}

test('a certificate nobody vouches for is refused', async () => {
  const get = await serveTls();
  expect(await get('https://games.example/')).toEqual({
    kind: 'failed',
    cause: 'unreachable',
    message: expect.stringMatching(/^https:\/\/games\.example\/ was not fetched: .+CERT.+\.$/),
  });
});

test('a trusted certificate is good for its own name only, wherever the connection leads', async () => {
  const asked: string[] = [];
  const get = await serveTls(asked);
  setDefaultCACertificates([...trusted, cert]);
  expect(await get('https://games.example/')).toMatchObject({ body: Buffer.from('hello') });
  expect(await get('https://other.example/')).toMatchObject({ kind: 'failed', cause: 'unreachable' });
  expect(asked).toEqual(['games.example', 'other.example']);
});
