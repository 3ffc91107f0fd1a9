import { MOST_VERSIONS, type ReconciliationPage } from '@skillstream/contracts';
import type { GatewayAccess } from '../gateway/access.ts';
import { askPatiently } from '../gateway/ask-gateway.ts';

type Query = { limit?: number; after?: string; id?: string[] };
const ask = (at: GatewayAccess, query: Query): Promise<ReconciliationPage> =>
  askPatiently(at, 'reconcile', { query });

/** Asks this gateway for pages of a reconciliation, each by where it begins; null at the first posting. */
export const pagesOf =
  (at: GatewayAccess) =>
  (after: string | null): Promise<ReconciliationPage> =>
    ask(at, { limit: MOST_VERSIONS, ...(after !== null && { after }) });

/** Asks it for some postings by their ids. */
export const namedOf =
  (at: GatewayAccess) =>
  (id: string[]): Promise<ReconciliationPage> =>
    ask(at, { id });
