import { groups, ledgerEnds, type LedgerState } from '@skillstream/contracts';
import { HOUR, MINUTE, type Clock } from '../promql/clock.ts';
import type { Condition } from '../promql/condition.ts';
import { counter, gauge } from '../promql/series.ts';
import type { Alert } from './alert.ts';

// One replica of an end reports what all of them would.
const postings = (state: LedgerState) => `max(${gauge('ledger_postings', { state })})`;
const versions = (service: (typeof ledgerEnds)[number]) => `max(${gauge('ledger_versions', { service })})`;
const unknown = postings('dead-unknown');

/**
 * Postings that were accepted and are not accounted for: on their way while anything moves, and missing when nothing
 * does. Below 0 some are counted that are not there. The dead letter of a retraction is a dead letter alone.
 */
export const ledgerDifference = `${postings('accepted')} - ${postings('pending')} - ${postings('retracted')} - ${postings('counted')} - ${postings('dead-lettered')} + ${postings('dead-retractions')}`;

/** Versions that were accepted and are not counted: postings may be as many as they should, and be old ones. */
export const versionsDifference = `${versions('ingestion')} - ${versions('analytics')}`;

/** Of a group whose lag nobody knows there is no series: it may have all the way to go. */
const knownGroups = `count(count by (group) (${gauge('consumer_lag_records')}))`;
const nothingWaits: Condition[] = [
  { value: knownGroups, is: '>=', than: Object.keys(groups).length },
  { value: `max(${gauge('consumer_lag_records')})`, is: '==', than: 0 },
  { value: `max(${gauge('outbox_backlog')})`, is: '==', than: 0 },
];
/** Postings that come in one by one are gone before anybody looks, and the two ends are counted at two moments. */
const nothingCameIn = (clock: Clock): Condition[] =>
  [
    gauge('ledger_postings', { service: 'ingestion' }),
    gauge('ledger_versions', { service: 'ingestion' }),
  ].map((series) => ({ value: `max(changes(${series}[${clock.span(2 * MINUTE)}]))`, is: '==', than: 0 }));

/** The newest reading of each end, since 1970. */
const readAt = `max by (service) (${gauge('ledger_read_timestamp_seconds')})`;

/** When the ledger was read last, in seconds before now: of its two ends the older one. */
export const ledgerAge = `time() - min(${readAt})`;

/** That every accepted posting is counted, once, is no share of them: it is always so, or somebody has to look. */
export const ledgerAlerts = (clock: Clock): Alert[] => [
  {
    name: 'LedgerUnbalanced',
    severity: 'page',
    // Longer than the longest pause between two counts: figures of before the last record have gone by then.
    forSeconds: 5 * MINUTE,
    summary: 'Nothing moves, and the ledger does not balance',
    description:
      '{{ $value }} accepted postings, or versions of them, are not counted; below 0, too much is counted',
    condition: {
      all: [
        {
          any: [
            { value: ledgerDifference, is: '>', than: 0 },
            // A dead letter whose posting has a newer version, which analytics cannot know, is accounted for twice.
            { value: `${ledgerDifference} + ${unknown}`, is: '<', than: 0 },
            {
              all: [
                { value: `abs(${versionsDifference})`, is: '>', than: 0 },
                { value: unknown, is: '==', than: 0 },
              ],
            },
          ],
        },
        ...nothingWaits,
        ...nothingCameIn(clock),
      ],
    },
  },
  {
    name: 'LedgerUnknown',
    severity: 'ticket',
    forSeconds: 10 * MINUTE,
    summary: 'Whether the ledger balances is not known',
    description: `{{ $value }} of ${ledgerEnds.length} ends of the pipeline have counted their postings`,
    condition: {
      value: `count(${readAt} > time() - ${clock.seconds(5 * MINUTE)}) or vector(0)`,
      is: '<',
      than: ledgerEnds.length,
    },
  },
  {
    name: 'DifferencesFound',
    severity: 'page',
    summary: 'A reconciliation or a verification found differences',
    description: '{{ $value | humanize }} differences of the kind {{ $labels.kind }} within an hour',
    condition: {
      value: `sum by (kind) (increase(${counter('differences_found_total')}[${clock.span(HOUR)}]))`,
      is: '>',
      than: 0,
    },
  },
];
