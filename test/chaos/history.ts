import type { LogEntry } from '../platform/read-log.ts';
import { account } from '../failover/account.ts';

/** A version that was answered with 202, or a retraction that was answered with 200. */
export type Accepted = { postingId: string; version: number; retracted: boolean };

/**
 * What somebody read from outside: the population of a slice and its largest count.
 * `least` and `most` are how many postings the slice can have held while the question was asked.
 */
export type Reading = {
  slice: string;
  population: number;
  largestCount: number;
  least: number;
  most: number;
  /** The read model that answered. */
  from: string;
};

export type History = {
  accepted: readonly Accepted[];
  /** Committed records, in order within a partition. */
  received: readonly LogEntry[];
  tagged: readonly LogEntry[];
  /** In the order in which they were made. */
  readings: readonly Reading[];
};

export type Finding = {
  kind: 'lost' | 'twice' | 'reordered' | 'count went back' | 'share above 1';
  detail: string;
};

const latestOf = (accepted: readonly Accepted[]): Map<string, Accepted> => {
  const latest = new Map<string, Accepted>();
  for (const one of accepted)
    if (one.version >= (latest.get(one.postingId)?.version ?? 0)) latest.set(one.postingId, one);
  return latest;
};

const newestIn = (log: readonly LogEntry[]): Map<string, number> => {
  const newest = new Map<string, number>();
  for (const { postingId, version } of log)
    newest.set(postingId, Math.max(version, newest.get(postingId) ?? 0));
  return newest;
};

/**
 * The last version of each accepted posting must stand in both logs; one that a newer version overtook need not, and
 * linking may make a newer one, of the same content, before it is published. What a relay repeats in a later
 * transaction may well be tagged in one.
 */
const inTheLogs = ({ accepted, received, tagged }: History): Finding[] => {
  const latest = [...latestOf(accepted).values()];
  const missing = (name: string, log: readonly LogEntry[]): Finding[] => {
    const newest = newestIn(log);
    return latest
      .filter(({ postingId, version }) => (newest.get(postingId) ?? 0) < version)
      .map(({ postingId, version }) => ({
        kind: 'lost',
        detail: `${postingId}:${version} was accepted and is not in ${name}`,
      }));
  };
  const { twice } = account(
    new Set(latest.map(({ postingId, version }) => `${postingId}:${version}`)),
    received,
  );
  return [
    ...missing('received', received),
    ...missing('tagged', tagged),
    ...twice.map((id): Finding => ({ kind: 'twice', detail: `${id} is twice in a transaction of received` })),
  ];
};

/** Per posting the versions in the order of a log. */
const versionsIn = (log: readonly LogEntry[]): Map<string, number[]> => {
  const versions = Map.groupBy(log, ({ postingId }) => postingId);
  return new Map(
    [...versions].map(([postingId, entries]) => [postingId, entries.map(({ version }) => version)]),
  );
};

/** An older version never stands behind a newer one, and none is tagged more often than it was published. */
const inOrder = ({ received, tagged }: History): Finding[] => {
  const [published, seen] = [versionsIn(received), versionsIn(tagged)];
  const reordered = [...Object.entries({ received: published, tagged: seen })].flatMap(([name, versions]) =>
    [...versions]
      .filter(([, list]) => list.some((version, i) => version < (list[i - 1] ?? 0)))
      .map(([id, list]): Finding => ({ kind: 'reordered', detail: `${id}: versions ${list} in ${name}` })),
  );
  const twice = [...seen].flatMap(([id, list]) => {
    const often = (versions: number[], version: number) =>
      versions.filter((other) => other === version).length;
    const wrong = list.some((version) => often(list, version) > often(published.get(id) ?? [], version));
    const detail = `${id}: versions ${published.get(id) ?? 'none'} were published, ${list} tagged`;
    return wrong ? [{ kind: 'twice', detail } as Finding] : [];
  });
  return [...reordered, ...twice];
};

/** A slice from which nothing is taken back has never less than it had, and never more than was put into it. */
const asRead = ({ readings }: History): Finding[] => {
  const before = new Map<string, number>();
  return readings.flatMap(({ slice, population, largestCount, least, most, from }) => {
    const [had, findings] = [before.get(slice) ?? 0, [] as Finding[]];
    const text = `${slice} was read from ${from} with ${population} postings`;
    if (least === most && population < had)
      findings.push({ kind: 'count went back', detail: `${text}, after ${had}` });
    else if (least === most && population < least)
      findings.push({ kind: 'lost', detail: `${text}; it has ${least}` });
    if (population > most) findings.push({ kind: 'twice', detail: `${text}; it has ${most} at most` });
    if (largestCount > population)
      findings.push({ kind: 'share above 1', detail: `${text}, ${largestCount} of them with one skill` });
    before.set(slice, population);
    return findings;
  });
};

/** Everything that a history of a run says that must not be. */
export const checkHistory = (history: History): Finding[] => [
  ...inTheLogs(history),
  ...inOrder(history),
  ...asRead(history),
];
