import { MOST_VERSIONS, type ReconciliationPage } from '@skillstream/contracts';
import type { GatewayAccess } from '../gateway/access.ts';
import { callPatiently, callWithRetry } from '../gateway/ask-gateway.ts';

/**
 * Requests pages of a reconciliation from this gateway, each by the id it begins after; null for the first page. Where
 * nobody is there for the first one it fails at once; later a service that is away for a moment is waited for.
 */
export const pagesOf =
  (at: GatewayAccess) =>
  (after: string | null): Promise<ReconciliationPage> =>
    after === null
      ? callWithRetry(at, 'reconcile', { query: { limit: MOST_VERSIONS } })
      : callPatiently(at, 'reconcile', { query: { limit: MOST_VERSIONS, after } });

/** Requests some postings by their ids. */
export const namedOf =
  (at: GatewayAccess) =>
  (id: string[]): Promise<ReconciliationPage> =>
    callPatiently(at, 'reconcile', { query: { id } });
