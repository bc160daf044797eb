import type { IncomingHttpHeaders } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Tells the address of whoever asks, from the peer's own and what trusted proxies say. */
export type ClientAddress = (peer: string | undefined, headers: IncomingHttpHeaders) => string;

/**
 * Whether a text names proxies: an address, or a range such as `10.0.0.0/8` or `fd00::/8`.
 */
export function isProxyRange(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128));
}

/**
 * Behind reverse proxies every request comes from theirs: each of them adds the address that it saw to the end of
 * `X-Forwarded-For`. What a trusted one says is believed, from the end on, up to the first address that is no proxy of
 * ours; what stands before that was written by whoever asks, and is not.
 */
export function clientAddress(proxies: readonly string[]): ClientAddress {
  const trusted = listOf(proxies);
  const isProxy = (address: string) => trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  return (peer = '', headers) => {
    const said = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',').reverse();
    let address = plain(peer);
    for (const entry of said) {
      const next = addressIn(entry);
      if (!isProxy(address) || next === undefined) return address;
      address = next;
    }
    return address;
  };
}

/** What one subscriber has: an IPv4 address, or the 64 bits with which all their IPv6 addresses begin. */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [before = '', after] = address.toLowerCase().split('::');
  const groups = (text: string | undefined) => (text ? text.split(':') : []);
  const zeros = after === undefined ? [] : Array<string>(8 - groups(before).length).fill('0');
  const all = [...groups(before), ...zeros].slice(0, 8 - groups(after).length).concat(groups(after));
  return all
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':');
}

function listOf(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', prefix] = range.split('/');
    const [version, bits] = isIP(address) === 6 ? (['ipv6', 128] as const) : (['ipv4', 32] as const);
    list.addSubnet(address, prefix === undefined ? bits : Number(prefix), version);
  }
  return list;
}

/** Some proxies add the port: `192.0.2.1:4711`, `[2001:db8::1]:4711`. */
function addressIn(entry: string): string | undefined {
  const bare = entry.trim().replace(/^\[([^\]]*)\](?::\d+)?$|^([\d.]+):\d+$/, '$1$2');
  return isIP(bare) === 0 ? undefined : plain(bare);
}

/** An IPv4 address in its own form, as sockets for both versions do not give it. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
}
