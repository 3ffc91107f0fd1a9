import { isIPv4, isIPv6 } from 'node:net';

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
