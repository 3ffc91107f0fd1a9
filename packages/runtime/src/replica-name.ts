import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';

// The most characters of a label of a host's name (RFC 1035, 2.3.4); Kubernetes cuts names of pods to as many.
const MOST_CHARS = 63;
const start = randomBytes(3).toString('hex');

/**
 * The name of this start of this replica, the same wherever it is shown: that of its pod or container, where the
 * process is the first one; elsewhere that of the machine, and the process's id, since a machine runs several. Some
 * random digits tell it from an earlier start under the same name.
 */
export const replicaName = (host = hostname(), pid = process.pid): string => {
  const name = host.slice(0, MOST_CHARS) || 'localhost';
  return `${pid === 1 ? name : `${name}:${pid}`}-${start}`;
};
