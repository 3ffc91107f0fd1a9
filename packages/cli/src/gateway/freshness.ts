import type { Ledger } from '@skillstream/contracts';
import type { GatewayAccess } from './access.ts';
import { linkingText } from '../terminal/linking-text.ts';
import { askGateway } from './ask-gateway.ts';

// A result should not wait long for the ledger, which takes much longer while an upstream hangs.
const PATIENCE_MS = 3000;

/**
 * Whether a result holds everything that was accepted, as far as the ledger knows. "Caught up" means that nothing is
 * pending, in flight or missing, and that no posting waits to be linked, so that the jobs are final as well.
 * @param ledger null where there is none
 */
export const freshnessText = (ledger: Ledger | null): string => {
  if (ledger === null) return 'whether more is on its way is not known';
  const linking = linkingText(ledger);
  const also = linking === null ? '' : `, and ${linking}`;
  if (!ledger.idle) return `more may be on its way${also}`;
  if (!ledger.balanced) return `some is missing, as skillstream status shows${also}`;
  return linking === null ? 'caught up' : `all postings are counted, but ${linking}`;
};

/** Reads the ledger, and says in words what it means for a result; never throws, and takes at most three seconds. */
export const readFreshness = async (at: GatewayAccess): Promise<string> => {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  return freshnessText(await askGateway(at, 'getLedger', { signal }).catch(() => null));
};
