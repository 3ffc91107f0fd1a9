import { MOST_VERSIONS, type ReconciliationPage } from '@skillstream/contracts';
import type { GatewayAccess } from '../gateway/access.ts';
import { callWithRetry } from '../gateway/ask-gateway.ts';

type Query = { limit?: number; after?: string; id?: string[] };
const ask = (at: GatewayAccess, query: Query): Promise<ReconciliationPage> =>
  callWithRetry(at, 'reconcile', { query });

/** Requests pages of a reconciliation from this gateway, each by the id it begins after; null for the first page. */
export const pagesOf =
  (at: GatewayAccess) =>
  (after: string | null): Promise<ReconciliationPage> =>
    ask(at, { limit: MOST_VERSIONS, ...(after !== null && { after }) });

/** Requests some postings by their ids. */
export const namedOf =
  (at: GatewayAccess) =>
  (id: string[]): Promise<ReconciliationPage> =>
    ask(at, { id });
