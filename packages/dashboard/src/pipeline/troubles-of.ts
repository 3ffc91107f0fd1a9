import type { PipelineState } from '@skillstream/contracts';
import { duration } from './rates.ts';

/** What the platform itself calls wrong, and where. */
export type Trouble = { where: string; what: string };

/**
 * All that is wrong, each as a sentence of what the platform says itself: nothing is wrong because this page finds a
 * number too large.
 */
export const troublesOf = ({ via, services, ledger }: PipelineState): Trouble[] => {
  const found: Trouble[] = [];
  if (via === 'http')
    found.push({ where: 'redis', what: 'Redis is away: each service shows one replica, whichever answers' });
  for (const { service, replicas, unreachable } of services) {
    if (unreachable !== undefined)
      found.push({ where: service, what: `cannot be asked${unreachable === '' ? '' : `: ${unreachable}`}` });
    for (const { replica, gone, ageSeconds, snapshot } of replicas) {
      const where = `${service}/${replica}`;
      if (gone) found.push({ where, what: `is gone; its last figures are ${duration(ageSeconds)} old` });
      for (const { upstream, state } of snapshot?.breakers ?? [])
        if (state === 'open' && !gone)
          found.push({ where, what: `leaves ${upstream} alone: its circuit breaker is open` });
    }
  }
  if (!ledger) return found;
  const { idle, balanced, total, away = [] } = ledger;
  for (const { part, reason } of away) found.push({ where: 'ledger', what: `without ${part}: ${reason}` });
  if (idle && !balanced) found.push({ where: 'ledger', what: 'is not balanced, and nothing is on its way' });
  if (total.deadLettered > 0)
    found.push({ where: 'ledger', what: `has dead letters: ${total.deadLettered}` });
  return found;
};
