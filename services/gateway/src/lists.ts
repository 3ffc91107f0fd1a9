import { BlockList, isIP } from 'node:net';

/** The items of a comma-separated list. */
export const wordsOf = (list: string): string[] =>
  list
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);

const named = ['loopback', 'linklocal', 'uniquelocal'];

const isNetwork = (text: string): boolean => {
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  if (bits === undefined) return true;
  if (!/^\d{1,3}$/.test(bits)) return false;
  try {
    new BlockList().addSubnet(address, Number(bits), family === 4 ? 'ipv4' : 'ipv6');
    // Trusting every address is no trust.
    return Number(bits) > 0;
  } catch {
    return false;
  }
};

/**
 * Whose X-Forwarded-* headers are trusted, in the form that Express takes: how many proxies stand before the gateway,
 * or their networks (`10.0.0.0/8, ::1`, or loopback, linklocal, uniquelocal); null where it is neither.
 */
export const proxiesOf = (text: string): number | string[] | null => {
  const words = wordsOf(text);
  if (/^\d{1,2}$/.test(text.trim())) return Number(text);
  return words.every((word) => named.includes(word) || isNetwork(word)) ? words : null;
};

/** Whether a text is an origin as browsers send it, or `*`. */
export const isOrigin = (text: string): boolean =>
  text === '*' || (/^https?:[^*]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text);
