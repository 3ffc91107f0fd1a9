import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { isIP } from 'node:net';
import { appError } from '@skillstream/errors';
import { isPublicAddress } from './public-address.ts';
import { undici } from './undici.ts';

const CONNECT_TIMEOUT_MS = 10_000;

type Found = (error: Error | null, address: LookupAddress[] | string, family?: number) => void;
type Lookup = (host: string, options: LookupOptions, found: Found) => void;

const refusal = (host: string) => appError('invalid-input', `${host} is no address of the public internet`);

/**
 * Resolves names, and refuses one of which an address is not public. Every connection asks here, so that a name cannot
 * mean one address when it is checked and another when it is used.
 */
export const guardedLookup =
  (resolve: Lookup = lookup as Lookup): Lookup =>
  (host, options, found) =>
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error) return found(error, []);
      const all = addresses as LookupAddress[];
      if (all.length === 0 || !all.every(({ address }) => isPublicAddress(address)))
        return found(refusal(host), []);
      return options.all ? found(null, all) : found(null, all[0]!.address, all[0]!.family);
    });

/**
 * Refuses a host that is written as an address that is not public: it is never looked up.
 * @throws SkillstreamError `invalid-input`
 */
export const assertPublicHost = (host: string): void => {
  const address = host.replace(/^\[|\]$/g, '');
  if (isIP(address) !== 0 && !isPublicAddress(address)) throw refusal(host);
};

type Timeouts = { bodyTimeout?: number };

/** Connections to the public internet alone. @param timeouts in milliseconds, as undici has them */
export const createGuardedAgent = (timeouts: Timeouts = {}) =>
  new (undici().Agent)({
    ...timeouts,
    ...{ connect: { lookup: guardedLookup() as never, timeout: CONNECT_TIMEOUT_MS }, pipelining: 1 },
  });

/** Connections to anywhere, for addresses that somebody vouches for. @param timeouts as above */
export const createAgent = (timeouts: Timeouts = {}) =>
  new (undici().Agent)({ ...timeouts, connect: { timeout: CONNECT_TIMEOUT_MS } });
