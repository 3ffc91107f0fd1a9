import { hostname } from 'node:os';

// The most characters of a host's name (RFC 1035, 2.3.4).
const MOST_CHARS = 255;

/**
 * The name of this replica, for people: that of its pod or container, where the process is the first one; elsewhere
 * that of the machine, and the process's id, since a machine runs several.
 */
export const processName = (host = hostname(), pid = process.pid): string => {
  const name = host.slice(0, MOST_CHARS) || 'localhost';
  return pid === 1 ? name : `${name}:${pid}`;
};
