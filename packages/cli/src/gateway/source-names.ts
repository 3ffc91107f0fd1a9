import type { Ledger } from '@skillstream/contracts';
import { printable } from '../terminal/printable.ts';
import type { GatewayAccess } from './access.ts';
import { askGateway } from './ask-gateway.ts';

const MOST_NAMED = 5;

const sharedStart = (a: string, b: string): number => {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
};

/**
 * Says that nothing was ever taken from a source, and names those that begin most like it.
 * @returns null where something was, and where that is not known: the ledger has every source, also one of which all
 *   was retracted, but not while a service is unavailable
 */
export const unknownSourceText = (name: string, ledger: Ledger | null): string | null => {
  if (ledger === null || (ledger.away ?? []).length > 0) return null;
  const names = ledger.rows.map(({ source }) => source);
  if (names.includes(name)) return null;
  const nearest = names.sort(
    (a, b) => sharedStart(b, name) - sharedStart(a, name) || a.localeCompare(b, 'en'),
  );
  const more = nearest.length - MOST_NAMED;
  const named = nearest.slice(0, MOST_NAMED).map((source) => printable(source));
  const there =
    names.length === 0
      ? 'there is none yet'
      : `there ${names.length === 1 ? 'is' : 'are'} ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  return `there is no source ${printable(name, 64)}: nothing was ever taken from it; ${there}`;
};

/** The same, by the ledger as it is now; null also where it cannot be read, as without the scope for it. */
export const readUnknownSource = async (at: GatewayAccess, name: string): Promise<string | null> =>
  unknownSourceText(name, await askGateway(at, 'getLedger').catch(() => null));
