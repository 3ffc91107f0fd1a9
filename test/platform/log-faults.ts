import type { LogEntry } from './read-log.ts';

const versionsIn = (log: readonly LogEntry[]): Map<string, number[]> => {
  const found = new Map<string, number[]>();
  for (const { postingId, version } of log) {
    const versions = found.get(postingId);
    if (versions) versions.push(version);
    else found.set(postingId, [version]);
  }
  return found;
};

/**
 * What the committed records of both logs say that they must not, one line a fault: a posting with an older version
 * behind a newer one, or one whose versions were not each tagged as often as they were published.
 */
export const logFaults = (receivedLog: readonly LogEntry[], taggedLog: readonly LogEntry[]): string[] => {
  const [received, tagged] = [versionsIn(receivedLog), versionsIn(taggedLog)];
  return [...new Set([...received.keys(), ...tagged.keys()])].flatMap((postingId) => {
    const [published, seen] = [received.get(postingId) ?? [], tagged.get(postingId) ?? []];
    const faults: string[] = [];
    if (published.some((version, i) => version < (published[i - 1] ?? 0)))
      faults.push(`${postingId}: versions ${published} were published in this order`);
    if (String(published) !== String(seen))
      faults.push(`${postingId}: versions ${published} were published, ${seen || 'none'} tagged`);
    return faults;
  });
};
