import type { LedgerRow } from '@skillstream/contracts';

/**
 * How many postings are on their way. What was counted may be read after what was accepted, so the sum may be below 0:
 * more has come meanwhile, and none of it is known to be on its way.
 */
export const inFlightOf = ({ inFlight }: Pick<LedgerRow, 'inFlight'>): number => Math.max(0, inFlight);
