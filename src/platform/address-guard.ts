/**
 * Keeps pages from steering us into the private network (SSRF). A name is looked up once, all its addresses
 * must be public, and the connection goes to exactly those: no second look-up may answer differently.
 */
import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { buildConnector } from 'undici';
import { type ConnectTo, findConnectTo } from './connect-to.ts';
import { failure } from './failure.ts';

export type Resolve = (host: string) => Promise<{ address: string; family: number }[]>;

/** Public by its number, yet answered by the cloud's own machine next door (Azure). */
const neighbours = new Set(['168.63.129.16']);

/** Whether an address belongs to the public internet; false for what is no address at all. */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  if (address instanceof ipaddr.IPv4) return address.range() === 'unicast' && !neighbours.has(address.toString());
  if (address.zoneId) return false;
  // A translator (NAT64) leads on to the IPv4 address inside, hence that one counts.
  if (address.match(nat64)) return isPublicAddress(address.toByteArray().slice(-4).join('.'));
  return address.range() === 'unicast' && address.match(globalUnicast);
}

const nat64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

export type GuardOptions = { connectTo: readonly ConnectTo[]; timeoutMs: number; resolve?: Resolve };

/** Makes connections for undici: only to public addresses, except where the operator says otherwise. */
export function guardedConnector(options: GuardOptions): buildConnector.connector {
  const { connectTo, timeoutMs, resolve = (host) => lookup(host, { all: true }) } = options;
  const common = { timeout: timeoutMs, allowH2: false };
  const free = buildConnector(common);
  const guarded = buildConnector({
    ...common,
    lookup: lookupVetted(resolve),
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: 1000,
  });
  return (target, callback) => {
    const port = Number(target.port) || (target.protocol === 'https:' ? 443 : 80);
    const elsewhere = findConnectTo(connectTo, target.hostname, port);
    if (elsewhere) {
      // The certificate must still be that of the name in the URL.
      const servername = target.servername || (isIP(target.hostname) ? '' : target.hostname);
      const tls = target.protocol === 'https:' ? { servername } : {};
      free({ ...target, hostname: elsewhere.toAddress, port: String(elsewhere.toPort), ...tls }, callback);
      return;
    }
    // The socket looks up names only, so a literal is judged here.
    if (isIP(target.hostname) && !isPublicAddress(target.hostname)) {
      callback(refusal(target.hostname, target.hostname), null);
      return;
    }
    guarded(target, (...[error, socket]) => {
      if (error) return callback(error, null);
      const peer = socket.remoteAddress ?? '';
      if (isPublicAddress(peer)) return callback(null, socket);
      socket.destroy();
      callback(refusal(target.hostname, peer), null);
    });
  };
}

/** A look-up for sockets that fails unless every address of the name is public. */
function lookupVetted(resolve: Resolve): LookupFunction {
  return (host, { all }, callback) => {
    resolve(host).then(
      (addresses) => {
        const [first] = addresses;
        const stranger = addresses.find(({ address }) => !isPublicAddress(address));
        if (stranger) callback(refusal(host, stranger.address), '');
        else if (!first) callback(failure('unreachable', `${host} has no address`), '');
        else if (all) callback(null, addresses);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    );
  };
}

function refusal(host: string, address: string) {
  const where = host === address ? host : `${host} is at ${address || 'an unknown address'}, which`;
  return failure('refused-address', `${where} is not a public address (VARIORUM_CONNECT_TO can permit it)`);
}
