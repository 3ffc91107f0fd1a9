import { isIPv6 } from 'node:net';
import { plainAddress } from './plain-address.ts';

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
