import TestSequencer from '@jest/test-sequencer';

// Files that take minutes, the longest first; on a fresh clone Jest knows only how large a file is.
const LONG = [
  'kafka.failover',
  'faults.e2e',
  'pipeline.browser',
  'views.browser',
  'queries.rules',
  'chaos.failover',
  'alerts.browser',
  'cost.browser',
  'pipeline.e2e',
  'mongo.failover',
  'reconciliation.e2e',
  'retag.e2e',
  'journey.e2e',
];
const rankOf = ({ path }) => {
  const rank = LONG.findIndex((name) => path.endsWith(`/${name}.test.ts`));
  return rank === -1 ? LONG.length : rank;
};

/** Begins what takes longest first, so that at the end no core waits for one file. */
export default class LongestFirst extends TestSequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((a, b) => rankOf(a) - rankOf(b));
  }
}
