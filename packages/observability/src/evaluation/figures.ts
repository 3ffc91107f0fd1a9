import {
  groups,
  ledgerEnds,
  type LedgerState,
  type ReplicaSnapshot,
  type ServiceName,
} from '@skillstream/contracts';

/** A replica that was found; `snapshot` is null where it has expired. */
export type FoundReplica = { service: ServiceName; replica: string; snapshot: ReplicaSnapshot | null };

type Lag = { group: string; lag: number | null; oldestSeconds: number | null };

export type Shown = { services: Set<ServiceName>; groups: Set<string> };

/** The present, as alerts on causes compare it. What is not known is null, never 0. */
export type Figures = {
  /** Services and groups that have ever been shown: of others nothing is missed, they may have no Redis. */
  shown: Shown;
  /** Replicas of each service that show themselves. */
  replicas: Readonly<Partial<Record<ServiceName, number>>>;
  lags: readonly Lag[];
  outbox: { pending: number; oldestSeconds: number } | null;
  relays: number;
  openBreakers: readonly string[];
  /** Ends of the ledger that were counted. */
  ends: number;
  ledger: Ledger | null;
};

type Ledger = {
  difference: number;
  versionsDifference: number;
  deadUnknown: number;
  /** What ingestion has counted. */
  taken: string;
  /** Whether that was something else at the look before, or not known. */
  cameIn: boolean;
};

const most = (values: readonly (number | null | undefined)[]): number | null => {
  const known = values.filter((value) => typeof value === 'number');
  return known.length === 0 ? null : Math.max(...known);
};

const ledgerOf = (snapshots: readonly ReplicaSnapshot[], before: Figures | null): Ledger | null => {
  const of = (state: LedgerState) => most(snapshots.map(({ ledger }) => ledger?.postings[state]));
  const versions = (name: ServiceName) =>
    most(snapshots.map(({ service, ledger }) => (service === name ? ledger?.versions : null)));
  const [accepted, pending, retracted] = [of('accepted'), of('pending'), of('retracted')];
  const [counted, dead, deadRetractions] = [of('counted'), of('dead-lettered'), of('dead-retractions')];
  const [stored, known, deadUnknown] = [versions('ingestion'), versions('analytics'), of('dead-unknown')];
  if (accepted === null || pending === null || retracted === null || stored === null) return null;
  if (counted === null || dead === null || deadRetractions === null || known === null) return null;
  const taken = [accepted, pending, retracted, stored].join();
  return {
    difference: accepted - pending - retracted - counted - dead + deadRetractions,
    versionsDifference: stored - known,
    deadUnknown: deadUnknown ?? 0,
    ...{ taken, cameIn: taken !== before?.ledger?.taken },
  };
};

const lagsOf = (snapshots: readonly ReplicaSnapshot[]): Lag[] => {
  const all = snapshots.flatMap(({ watched = [] }) => watched);
  const names = new Set([...Object.values(groups), ...all.map(({ group }) => group)]);
  return [...names].sort().map((group) => {
    const own = all.filter((one) => one.group === group);
    return {
      group,
      lag: most(own.map(({ lag }) => lag)),
      oldestSeconds: most(own.map(({ oldestSeconds }) => oldestSeconds)),
    };
  });
};

/**
 * The present figures from the snapshots of all replicas: of what several measure, the largest.
 * @param shown what earlier looks have shown; what this one shows is added to it
 * @param before those of the look before, where there was one
 */
export const figuresOf = (
  found: readonly FoundReplica[],
  shown: Shown,
  before: Figures | null = null,
): Figures => {
  const snapshots = found.flatMap(({ snapshot }) => snapshot ?? []);
  for (const { service, watched = [] } of snapshots) {
    shown.services.add(service);
    for (const { group } of watched) shown.groups.add(group);
  }
  const replicas: Partial<Record<ServiceName, number>> = {};
  for (const { service } of snapshots) replicas[service] = (replicas[service] ?? 0) + 1;
  const outboxes = snapshots.flatMap(({ outbox }) => outbox ?? []);
  const breakers = snapshots.flatMap(({ breakers = [] }) => breakers);
  return {
    ...{ shown, replicas, lags: lagsOf(snapshots), ledger: ledgerOf(snapshots, before) },
    outbox:
      outboxes.length === 0
        ? null
        : {
            pending: Math.max(...outboxes.map(({ pending }) => pending)),
            oldestSeconds: most(outboxes.map(({ oldestSeconds }) => oldestSeconds)) ?? 0,
          },
    relays: snapshots.filter(({ relay }) => relay?.leading).length,
    openBreakers: [
      ...new Set(breakers.filter(({ state }) => state === 'open').map(({ upstream }) => upstream)),
    ].sort(),
    ends: ledgerEnds.filter((end) =>
      snapshots.some(({ service, ledger }) => service === end && ledger !== undefined),
    ).length,
  };
};
