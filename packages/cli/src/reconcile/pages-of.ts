import { MOST_VERSIONS, type ReconciliationPage } from '@skillstream/contracts';
import type { GatewayAccess } from '../gateway/access.ts';
import { askPatiently } from '../gateway/ask-gateway.ts';

/** Asks this gateway for pages of a reconciliation, each by where it begins; null at the first posting. */
export const pagesOf =
  (at: GatewayAccess) =>
  (after: string | null): Promise<ReconciliationPage> => {
    const query = { limit: MOST_VERSIONS, ...(after !== null && { after }) };
    return askPatiently(at, (gateway) => gateway.GET('/v1/reconciliation', { params: { query } }));
  };
