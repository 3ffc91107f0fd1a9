import { isIPv6, isIPv4 } from 'node:net';

// Proxies write the port behind it, or not; some of them only for some of their clients.
const BRACKETED = /^\[([^\]]+)\](?::\d{1,5})?$/;
const WITH_PORT = /^([\d.]+):\d{1,5}$/;
// RFC 4291, 2.5.5.2, in the one form that a URL has for it.
const MAPPED = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/;

const bytesOf = (group: string): number[] => {
  const value = Number.parseInt(group, 16);
  return [value >> 8, value & 0xff];
};

/**
 * The address that a text names, as an X-Forwarded-For has it: with a port or in brackets, in any of the forms of
 * IPv6. One address has one form: an IPv4 address mapped into IPv6 is that IPv4 address.
 * @returns null for a text that names none (`unknown`)
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

// The first four groups: who has one address of an IPv6 network has all 2^64 of them.
const networkOf = (address: string): string => {
  const [front = [], back = []] = address.split('::').map((half) => half.split(':').filter(Boolean));
  const gap = Array.from({ length: GROUPS - front.length - back.length }, () => '0');
  return `${[...front, ...gap, ...back].slice(0, 4).join(':')}::/64`;
};

/**
 * Who is counted as one client: an IPv4 address, or an IPv6 network of 64 bits, in whatever form it is named.
 * @param named the address that the nearest trusted proxy names, perhaps with a port
 * @param peer the address of the connection, for a proxy that names something else
 */
export const clientOf = (named: string | undefined, peer: string | undefined): string => {
  const address = plainAddress(named ?? '') ?? plainAddress(peer ?? '') ?? '';
  return isIPv6(address) ? networkOf(address) : address;
};
