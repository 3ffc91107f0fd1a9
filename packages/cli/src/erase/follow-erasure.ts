import { sleep } from '@skillstream/async';
import type { Erasure } from '@skillstream/contracts';
import type { GatewayAccess } from '../gateway/access.ts';
import { callWithRetry } from '../gateway/ask-gateway.ts';
import type { ProgressView } from '../terminal/progress.ts';
import { phaseText } from './erase-text.ts';

const POLL_MS = 500;

/**
 * Follows the erasure of a source to its end, and the one that follows it where that was asked for.
 * @param onReason called when it says why it failed and is tried again
 */
export const followErasure = async (
  at: GatewayAccess,
  first: Erasure,
  { view, onReason }: { view: ProgressView; onReason: (reason: string) => void },
): Promise<Erasure> => {
  let told = 0;
  for (let run = first; ;) {
    const { phase, done, total, erased, failures, reason } = run;
    view.show({ label: phaseText[phase], done, total, items: erased });
    if (failures > told && reason) onReason(reason);
    told = failures;
    if (run.state !== 'running') {
      view.end();
      return run;
    }
    await sleep(POLL_MS);
    run = await callWithRetry(at, 'getErasure', { params: { name: run.source } });
  }
};
