import type { Ledger } from '@skillstream/contracts';
import type { GatewayAccess } from './access.ts';
import { askGateway } from './ask-gateway.ts';

// An answer is worth more than what is known beside it: a part that hangs costs the ledger much longer.
const PATIENCE_MS = 3000;

/**
 * Whether an answer holds all that was accepted, as far as the ledger knows. "Caught up" stands for nothing pending,
 * nothing in flight and nothing missing.
 * @param ledger null where nobody could give it
 */
export const standingOf = (ledger: Ledger | null): string => {
  if (ledger === null) return 'whether more is on its way is not known';
  if (!ledger.idle) return 'more may be on its way';
  return ledger.balanced ? 'caught up' : 'some is missing, as skillstream status shows';
};

/** Asks the ledger where an answer stands; it never fails, and takes three seconds at the most. */
export const askStanding = async (at: GatewayAccess): Promise<string> => {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  return standingOf(await askGateway(at, 'getLedger', { signal }).catch(() => null));
};
