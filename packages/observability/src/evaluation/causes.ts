import { ledgerEnds } from '@skillstream/contracts';
import { limits } from '../alerts/limits.ts';
import type { Figures } from './figures.ts';

/** What an alert is about, of those that its condition holds for; null where there is only one. */
type Subjects = (string | null)[];
const one = (holds: boolean): Subjects => (holds ? [null] : []);
const isMoving = ({ lags, outbox, ledger }: Figures): boolean =>
  outbox === null || outbox.pending > 0 || lags.some(({ lag }) => lag !== 0) || ledger?.cameIn !== false;

/**
 * The conditions of alerts on causes, as rules for Prometheus have them, over the present figures. Those that are not
 * here need figures that only a Prometheus has. Whether postings came in the rules ask of two minutes, and this of the
 * look before.
 */
export const causes: Readonly<Record<string, (figures: Figures) => Subjects>> = {
  ConsumerBehind: ({ lags }) =>
    lags
      .filter(({ oldestSeconds }) => oldestSeconds !== null && oldestSeconds > limits.behindSeconds)
      .map(({ group }) => group),
  LagUnknown: ({ lags, shown }) =>
    one(lags.some(({ group, oldestSeconds }) => oldestSeconds === null && shown.groups.has(group))),
  OutboxWaits: ({ outbox }) => one(outbox !== null && outbox.oldestSeconds > limits.outboxWaitsSeconds),
  OutboxUnknown: ({ outbox, shown }) => one(outbox === null && shown.services.has('ingestion')),
  NoRelay: ({ outbox, relays }) =>
    one(outbox !== null && outbox.oldestSeconds > limits.withoutRelaySeconds && relays === 0),
  ServiceDown: ({ replicas, shown }) => [...shown.services].filter((service) => !replicas[service]).sort(),
  BreakerOpen: ({ openBreakers }) => [...openBreakers],
  LedgerUnknown: ({ ends, shown }) => one(ends < ledgerEnds.filter((end) => shown.services.has(end)).length),
  LedgerUnbalanced: (figures) => {
    if (!figures.ledger || isMoving(figures)) return [];
    const { difference, versionsDifference, deadUnknown } = figures.ledger;
    const isOld = versionsDifference !== 0 && deadUnknown === 0;
    return one(difference > 0 || difference + deadUnknown < 0 || isOld);
  },
};
