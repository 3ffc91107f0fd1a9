import { sleep } from '@skillstream/async';
import type { Erasure } from '@skillstream/contracts';
import type { GatewayAccess } from '../gateway/access.ts';
import { callPatiently } from '../gateway/ask-gateway.ts';
import type { ProgressView } from '../terminal/progress.ts';
import { phaseText } from './erase-text.ts';

const POLL_MS = 500;

/**
 * Follows the erasure that was asked for to its end: where another one was in progress, the one behind it. A gateway
 * or a service that is away for less than a minute does not end that.
 * @param asked the answer to that: the one in progress
 * @param onReason called when it says why it failed and is tried again
 * @throws CliError when nobody tells how far it is; the erasure itself goes on
 */
export const followErasure = async (
  at: GatewayAccess,
  asked: Erasure,
  { view, onReason }: { view: ProgressView; onReason: (reason: string) => void },
): Promise<Erasure> => {
  let told = 0;
  const id = asked.next ?? asked.id;
  for (let run = asked; ;) {
    const { phase, done, total, erased, failures, reason } = run;
    view.show({ label: phaseText[phase], done, total, items: erased });
    if (failures > told && reason) onReason(reason);
    told = failures;
    if (run.id === id && run.state !== 'running') {
      view.end();
      return run;
    }
    await sleep(POLL_MS);
    run = await callPatiently(at, 'getErasure', { params: { name: run.source }, query: { id } });
  }
};
