/**
 * Which connections go elsewhere than their URL says (curl's --connect-to): for tests on loopback servers and
 * for mirrors. Such a connection is the operator's own wish, hence exempt from the address guard.
 */
export type ConnectTo = { host: string; port: number | '*'; toAddress: string; toPort: number };

const anyHost = '*';
const entryForm = /^(?:(\*)|(\*|\[[0-9a-f:.]+\]|[^\s:=,[\]]+):(\*|\d{1,5}))=(\[[0-9a-f:.]+\]|[^\s:=,[\]]+):(\d{1,5})$/i;

/** Reads `host:port=address:port,…`; `*` stands for any host, any port or both. Null when it is malformed. */
export function readConnectTo(text: string): ConnectTo[] | null {
  const entries: ConnectTo[] = [];
  for (const part of text.split(',')) {
    const [, all, host = anyHost, port = '*', address, toPort] = entryForm.exec(part.trim()) ?? [];
    if (address === undefined || !isPort(toPort) || !(all || port === '*' || isPort(port))) return null;
    entries.push({
      host: bare(host).toLowerCase(),
      port: port === '*' ? '*' : Number(port),
      toAddress: bare(address),
      toPort: Number(toPort),
    });
  }
  return entries;
}

/** The first entry that covers a connection, or null. */
export function findConnectTo(entries: readonly ConnectTo[], host: string, port: number): ConnectTo | null {
  const name = bare(host).toLowerCase();
  return (
    entries.find(
      (entry) => (entry.host === anyHost || entry.host === name) && (entry.port === '*' || entry.port === port),
    ) ?? null
  );
}

/** IPv6 literals stand in brackets within a URL and without them in a connection. */
function bare(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1');
}

function isPort(text: string | undefined): boolean {
  return Number(text) >= 1 && Number(text) <= 65_535;
}
