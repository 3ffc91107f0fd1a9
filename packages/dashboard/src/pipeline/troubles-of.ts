import type { PipelineState, ReplicaSnapshot } from '@skillstream/contracts';
import { secondsText } from '../format/durations.ts';
import { replacedIn } from './replaced-in.ts';

/** Pages under `/runbooks/` that troubles lead to. */
export const runbooks = [
  'breaker-open',
  'dead-letters',
  'ledger-unbalanced',
  'ledger-unknown',
  'service-down',
] as const;
type Runbook = (typeof runbooks)[number];

/** What the platform itself calls wrong, and where. */
export type Trouble = {
  where: string;
  what: string;
  /** The same without figures and reasons, which change while the trouble stays; absent where there are none. */
  brief?: string;
  /** The name of the gateway's page that says what to do, where there is one. */
  runbook?: Runbook;
};

const NO_ANSWER = 'gives no figures for the ledger, which is incomplete';

const waitText = (waitsFor: NonNullable<ReplicaSnapshot['waitsFor']>): string =>
  waitsFor.map(({ name, reason }) => (reason ? `${name} (${reason})` : name)).join(', ');

/**
 * All that is wrong, each as a sentence of what the platform says itself: nothing is wrong because this page finds a
 * number too large.
 */
export const troublesOf = ({ at, via, services, ledger }: PipelineState): Trouble[] => {
  const found: Trouble[] = [];
  if (via === 'http')
    found.push({ where: 'redis', what: 'Redis is away: each service shows one replica, whichever answers' });
  for (const one of services) {
    const { service, replicas, unreachable } = one;
    const replaced = replacedIn(one, Date.parse(at));
    if (unreachable !== undefined)
      found.push({
        where: service,
        what: `cannot be asked${unreachable === '' ? '' : `: ${unreachable}`}`,
        brief: 'cannot be asked',
        runbook: 'service-down',
      });
    for (const { replica, gone, ageSeconds, snapshot } of replicas) {
      const where = `${service}/${replica}`;
      if (gone && !replaced.has(replica))
        found.push({
          where,
          what: `is gone; its last figures are ${secondsText(ageSeconds)} old`,
          brief: 'is gone',
        });
      const waitsFor = gone ? [] : (snapshot?.waitsFor ?? []);
      if (waitsFor.length > 0)
        found.push({
          where,
          what: `waits for ${waitText(waitsFor)}`,
          brief: `waits for ${waitsFor.map(({ name }) => name).join(', ')}`,
        });
      for (const { upstream, state } of snapshot?.breakers ?? [])
        if (state === 'open' && !gone)
          found.push({
            where,
            what: `leaves ${upstream} alone: its circuit breaker is open`,
            runbook: 'breaker-open',
          });
    }
  }
  if (!ledger) return [...found, { where: 'ledger', what: 'cannot be read now', runbook: 'ledger-unknown' }];
  const { idle, balanced, total, away = [] } = ledger;
  for (const { part, reason } of away)
    found.push({ where: part, what: `${NO_ANSWER}: ${reason}`, brief: NO_ANSWER });
  if (idle && !balanced)
    found.push({
      where: 'ledger',
      what: 'is not balanced, and nothing is on its way',
      runbook: 'ledger-unbalanced',
    });
  if (total.deadLettered > 0)
    found.push({
      where: 'ledger',
      what: `has dead letters: ${total.deadLettered}`,
      brief: 'has dead letters',
      runbook: 'dead-letters',
    });
  return found;
};
