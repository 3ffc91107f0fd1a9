import { isIP, isIPv6 } from 'node:net';

const V4_AS_V6 = /^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i;

// The first four groups: who has one address of an IPv6 network has all 2^64 of them.
const networkOf = (address: string): string => {
  const [head = '', tail] = address.replace(/%.*$/, '').split('::');
  const [front, back] = [head, tail ?? ''].map((part) => (part === '' ? [] : part.split(':')));
  // A dotted end stands for two groups.
  const groups = front!.length + back!.length + (address.includes('.') ? 1 : 0);
  const gap = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - groups) }, () => '0');
  const first = [...front!, ...gap, ...back!].slice(0, 4);
  return `${first.map((group) => (Number.parseInt(group, 16) || 0).toString(16)).join(':')}::/64`;
};

/**
 * Who is counted as one client: an IPv4 address, or an IPv6 network of 64 bits.
 * @param named the address that the nearest trusted proxy names
 * @param peer the address of the connection, for a proxy that names something else
 */
export const clientOf = (named: string | undefined, peer: string | undefined): string => {
  const address = (isIP(named ?? '') ? named! : (peer ?? '')).replace(V4_AS_V6, '');
  return isIPv6(address) ? networkOf(address) : address;
};
