import { isIPv6, isIPv4 } from 'node:net';

// Some proxies append the port, some of these only for some clients.
const BRACKETED = /^\[([^\]]+)\](?::\d{1,5})?$/;
const WITH_PORT = /^([\d.]+):\d{1,5}$/;
// RFC 4291, 2.5.5.2, in the canonical format of URLs.
const MAPPED = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/;

const bytesOf = (group: string): number[] => {
  const value = Number.parseInt(group, 16);
  return [value >> 8, value & 0xff];
};

/**
 * Parses an address as in X-Forwarded-For: with a port or in brackets, in any notation of IPv6. The result is
 * canonical: an IPv4-mapped IPv6 address becomes the IPv4 address.
 * @returns null if the text is no address (`unknown`)
 */
export const plainAddress = (text: string): string | null => {
  const inner = (BRACKETED.exec(text) ?? WITH_PORT.exec(text))?.[1] ?? text;
  const [address = ''] = inner.split('%');
  if (isIPv4(address)) return address;
  if (!isIPv6(address)) return null;
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [, high, low] = MAPPED.exec(canonical) ?? [];
  return high && low ? [...bytesOf(high), ...bytesOf(low)].join('.') : canonical;
};

const GROUPS = 8;

// The first four groups: a client with one address of an IPv6 network usually has all 2^64 of them.
const networkOf = (address: string): string => {
  const [front = [], back = []] = address.split('::').map((half) => half.split(':').filter(Boolean));
  const gap = Array.from({ length: GROUPS - front.length - back.length }, () => '0');
  return `${[...front, ...gap, ...back].slice(0, 4).join(':')}::/64`;
};

/**
 * The key by which requests count as one client: an IPv4 address, or an IPv6 network of 64 bits, in canonical
 * notation.
 * @param named the address that the nearest trusted proxy reports, optionally with a port
 * @param peer the address of the connection, used if the proxy reports none
 */
export const clientOf = (named: string | undefined, peer: string | undefined): string => {
  const address = plainAddress(named ?? '') ?? plainAddress(peer ?? '') ?? '';
  return isIPv6(address) ? networkOf(address) : address;
};
