import { afterEach, describe, expect, test } from 'vitest';
import { isPublicAddress } from './address-guard.ts';
import { openLoopback } from './loopback.ts';

const { openWeb, serve, stop } = openLoopback();
afterEach(stop);

/** What a hostile name server would say. */
const names: Record<string, string[]> = {
  'loopback.example': ['127.0.0.1'],
  'private.example': ['10.1.2.3'],
  'metadata.example': ['169.254.169.254'],
  'half.example': ['8.8.8.8', '192.168.0.1'],
  'half6.example': ['2606:4700::1111', 'fd00::1'],
  'mapped.example': ['::ffff:127.0.0.1'],
  'linklocal.example': ['fe80::1%eth0'],
  'nowhere.example': ['0.0.0.0'],
  'xn--80ak6aa92e.example': ['172.16.0.1'],
};
const resolve = async (host: string) =>
  (names[host] ?? names[host.replace(/\.$/, '')] ?? ['127.0.0.1']).map((address) => ({
    address,
    family: address.includes(':') ? 6 : 4,
  }));

describe('the guard refuses', () => {
  test.each([
    // loopback, in every spelling a URL allows
    'http://127.0.0.1/',
    'http://127.0.0.1./',
    'http://127.1/',
    'http://127.0.1/',
    'http://127.255.255.254/',
    'http://0x7f.1/',
    'http://0x7f000001/',
    'http://0X7F.0x0.0x0.0x1/',
    'http://2130706433/',
    'http://017700000001/',
    'http://0177.0.0.1/',
    'http://0177.0x0.0.01/',
    'http://00000177.0.0.1/',
    'http://%31%32%37.0.0.1/',
    'http://127.0.0.%31/',
    'http://１２７.０.０.１/',
    'http://①②⑦.⓪.⓪.①/',
    'http://127。0。0。1/',
    'http://127．0｡0．1/',
    'http://127.0.0.1\\@games.example/',
    'http://games.example@127.0.0.1/',
    'http://games.example:80@127.0.0.1:80/',
    'http:\\\\127.0.0.1\\',
    'http:127.0.0.1',
    'HTTP:///127.0.0.1/',
    'http://\t127.0.\n0.1/',
    ' https://127.0.0.1/ ',
    'http://127.0.0.1#@games.example/',
    'http://127.0.0.1?@games.example/',
    'http://127.0.0.1:8080/',
    'https://127.0.0.1:8443/',
    // the machine itself
    'http://0/',
    'http://0.0.0.0/',
    'http://0.1.2.3/',
    'http://[::]/',
    'http://[::1]/',
    'http://[0:0:0:0:0:0:0:1]/',
    'http://[0000::0001]/',
    // private networks and their neighbours
    'http://10.0.0.1/',
    'http://10.1/',
    'http://172.16.0.1/',
    'http://172.31.255.255/',
    'http://192.168.1.1/',
    'http://3232235777/',
    'http://0xc0a80101/',
    'http://100.64.0.1/',
    'http://100.100.100.200/',
    'http://169.254.169.254/latest/meta-data/',
    'http://2852039166/latest/meta-data/',
    'http://0xA9FEA9FE/',
    'http://0251.0376.0251.0376/',
    'http://168.63.129.16/',
    'http://192.0.0.192/',
    'http://192.0.2.1/',
    'http://198.18.0.1/',
    'http://198.51.100.1/',
    'http://203.0.113.1/',
    'http://224.0.0.1/',
    'http://240.0.0.1/',
    'http://255.255.255.255/',
    // IPv6, also with an IPv4 address inside
    'http://[fe80::1]/',
    'http://[fec0::1]/',
    'http://[fc00::1]/',
    'http://[fd00:ec2::254]/',
    'http://[ff02::1]/',
    'http://[100::1]/',
    'http://[2001:db8::1]/',
    'http://[3fff::1]/',
    'http://[4000::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[::FFFF:a9fe:a9fe]/',
    'http://[::127.0.0.1]/',
    'http://[::8.8.8.8]/',
    'http://[::ffff:0:127.0.0.1]/',
    'http://[64:ff9b::127.0.0.1]/',
    'http://[64:ff9b::a00:1]/',
    'http://[64:ff9b:1::a00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[2002:808:808::1]/',
    'http://[2001:0:7f00:1::]/',
    'http://[2001:0:4136:e378:8000:63bf:80ff:fffe]/',
    // names
    'http://localhost/',
    'http://LOCALHOST/',
    'http://localhost./',
    'http://loopback.example/',
    'http://loopback.example./',
    'http://private.example/',
    'http://metadata.example/',
    'http://half.example/',
    'http://half6.example/',
    'http://mapped.example/',
    'http://linklocal.example/',
    'http://nowhere.example/',
    'http://аррӏе.example/',
    'https://private.example/',
    // ports nobody serves pages on
    'http://8.8.8.8:22/',
    'http://8.8.8.8:6379/',
    'https://8.8.8.8:5432/',
    'http://8.8.8.8:0/',
  ])('%s', async (url) => {
    const get = openWeb(0, { connectTo: [], resolve });
    expect(await get(url)).toMatchObject({ kind: 'failed', cause: 'refused-address' });
  });
});

describe('the guard', () => {
  test('says what was refused, where it led and what to do', async () => {
    const get = openWeb(0, { connectTo: [], resolve });
    expect(await get('http://half.example/x')).toMatchObject({
      message:
        'http://half.example/x was not fetched: half.example is at 192.168.0.1, which is not a public address (VARIORUM_CONNECT_TO can permit it).',
    });
  });

  test('lets the operator lead a name elsewhere, and nothing else', async () => {
    const get = await serve((_, response) => response.end('mirror'), { resolve });
    expect(await get('/')).toMatchObject({ kind: 'body' });
    expect(await get('http://games.example:8080/')).toMatchObject({ cause: 'refused-address' });
    expect(await get('http://127.0.0.1/')).toMatchObject({ cause: 'refused-address' });
  });

  test('passes on that a name is unknown', async () => {
    const unknown = async () => {
      throw Object.assign(new Error('queryA ENOTFOUND'), { code: 'ENOTFOUND' });
    };
    expect(await openWeb(0, { connectTo: [], resolve: unknown })('http://a.example/')).toMatchObject({
      cause: 'unreachable',
      message: 'http://a.example/ was not fetched: the name is not known.',
    });
    expect(await openWeb(0, { connectTo: [], resolve: async () => [] })('http://a.example/')).toMatchObject({
      cause: 'unreachable',
    });
  });
});

describe('isPublicAddress', () => {
  test.each([
    '8.8.8.8',
    '1.1.1.1',
    '172.15.0.1',
    '172.32.0.1',
    '::ffff:8.8.8.8',
    '2606:4700::1111',
    '64:ff9b::8.8.8.8',
  ])('yes: %s', (address) => expect(isPublicAddress(address)).toBe(true));

  test.each(['', 'localhost', '300.1.1.1', '8.8.8.8/8', '2606:4700::1111%eth0', ':::', '8.8.8.8 '])(
    'no, for it is no address: %j',
    (text) => expect(isPublicAddress(text)).toBe(false),
  );
});
