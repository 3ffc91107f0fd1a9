import { expect, test } from '@jest/globals';
import type { PipelineState } from '@skillstream/contracts';
import { saidOf } from './said-of.ts';
import { troublesOf } from './troubles-of.ts';

const AT = '2026-01-02T03:04:05.678Z';

/** A gateway that is gone, one that waits, a tagging that cannot be asked, and a ledger with what is wrong there. */
const stateOf = (seconds: number, reason: string, deadLettered: number, gone = 'a'): PipelineState => ({
  ...{ at: AT, via: 'redis', topics: [] },
  services: [
    {
      ...{ service: 'gateway', rates: null },
      replicas: [
        { replica: gone, gone: true, ageSeconds: seconds, snapshot: null },
        {
          ...{ replica: 'b', gone: false, ageSeconds: 0 },
          snapshot: {
            ...{ service: 'gateway', replica: 'b', version: '1', at: AT, deadLetters: 0, dropped: 0 },
            ...{ startedAt: '2026-01-02T01:00:00.000Z', consumers: [] },
            ...{ rates: { inPerSecond: 0, outPerSecond: 0 }, waitsFor: [{ name: 'kafka', reason }] },
          },
        },
      ],
    },
    { service: 'tagging', rates: null, replicas: [], unreachable: reason },
  ],
  ledger: {
    total: { source: '(total)', accepted: 3, pending: 0, inFlight: 0, counted: 3, deadLettered },
    ...{ idle: true, balanced: false, away: [{ part: 'analytics', reason, ageSeconds: null }] },
  },
});
const said = (...state: Parameters<typeof stateOf>) => saidOf(troublesOf(stateOf(...state)));

test('the same troubles are said in the same words, whatever their figures and reasons', () => {
  expect(said(20, 'no answer for 1 s', 1)).toBe(
    'analytics gives no figures for the ledger, which is incomplete. gateway/a is gone. gateway/b waits for kafka. ledger has dead letters. ' +
      'ledger is not balanced, and nothing is on its way. tagging cannot be asked.',
  );
  expect(said(21, 'no answer for 2 s', 2)).toBe(said(20, 'no answer for 1 s', 1));
  const troubles = troublesOf(stateOf(20, '', 1));
  expect(saidOf(troubles.toReversed())).toBe(saidOf(troubles));
});

test('another trouble is said', () => {
  expect(said(20, '', 0)).not.toBe(said(20, '', 1));
  expect(said(20, '', 1, 'c')).not.toBe(said(20, '', 1));
  expect(saidOf([])).toBe('');
});
