import type { VersionDifference } from '@skillstream/contracts';
import type { GatewayAccess } from '../gateway/access.ts';
import { askGateway } from '../gateway/ask-gateway.ts';
import { createProgressView } from '../terminal/progress.ts';
import { namedOf, pagesOf } from './pages-of.ts';
import { reconcile, type Reconciliation } from './reconcile.ts';

/**
 * Reconciles all postings of a gateway, and shows the progress.
 * @throws CliError when nobody responds, or the response is a problem
 */
export const reconcileGateway = async (
  at: GatewayAccess,
  onReal?: (differences: VersionDifference[]) => Promise<void>,
): Promise<Reconciliation> => {
  const view = createProgressView(process.stderr, () => performance.now());
  // Only for the progress: a ledger that is unavailable now is no reason to stop.
  const total = await askGateway(at, 'getLedger').then(
    (ledger) => ledger.total.accepted,
    () => 0,
  );
  const onProgress = (done: number) => view.show({ label: 'comparing', done, total, items: done });
  try {
    return await reconcile({
      ...{ page: pagesOf(at), named: namedOf(at), onProgress },
      ...(onReal && { onReal }),
    });
  } finally {
    view.end();
  }
};
