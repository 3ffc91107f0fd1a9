import { appError } from '@skillstream/errors';
type RedisAddress = { host: string; port: number };
type Common = { tls: boolean; username?: string; password?: string };
/** Where Redis is: one address, Sentinels that know the master, or seed nodes of a Redis Cluster. */
export type RedisPlace = Common &
  (
    | { mode: 'single'; at: RedisAddress; db: number }
    | { mode: 'sentinel'; sentinels: RedisAddress[]; master: string; db: number }
    | { mode: 'cluster'; nodes: RedisAddress[] }
  );

const ports = { single: 6379, sentinel: 26379, cluster: 6379 };
const form =
  /^redis(?<tls>s)?(?:\+(?<kind>sentinel|cluster))?:\/\/(?:(?<login>.*)@)?(?<hosts>[^/?#@]*)(?<path>.*)$/;
const wrong = (what: string) => appError('misconfigured', what);

const addressOf = (text: string, defaultPort: number): RedisAddress => {
  const found = /^(\[[0-9a-f:.]+\]|[^:[\]\s]+)(?::(.*))?$/i.exec(text);
  if (!found) throw wrong(`"${text}" is no host, nor host:port`);
  const port = Number(found[2] ?? defaultPort);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw wrong(`"${text}" has no port from 1 to 65535`);
  return { host: found[1]!.replace(/^\[|\]$/g, ''), port };
};

const dbOf = (text: string | undefined): number => {
  if (text === undefined || text === '') return 0;
  if (!/^\d+$/.test(text)) throw wrong(`"${text}" is no number of a database`);
  return Number(text);
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    throw wrong('the log-in is not percent-encoded as in other URLs');
  }
};

const loginOf = (text: string | undefined): { username?: string; password?: string } => {
  if (text === undefined) return {};
  const [username, ...rest] = text.split(':');
  const password = rest.join(':');
  return {
    ...(username && { username: decoded(username) }),
    ...(password && { password: decoded(password) }),
  };
};

/**
 * Parses REDIS_URL: `redis://host:6379/0`, `redis+sentinel://a:26379,b:26379/mymaster/0`, or
 * `redis+cluster://a:6379,b:6379`; with `rediss` for TLS, and optionally user and password before an `@`.
 * @throws SkillstreamError `misconfigured` that names the invalid part, and never the password
 */
export const parseRedisUrl = (url: string): RedisPlace => {
  const found = form.exec(url)?.groups;
  if (!found) throw wrong('begins with redis://, redis+sentinel:// or redis+cluster:// (rediss… with TLS)');
  const mode = (found['kind'] ?? 'single') as RedisPlace['mode'];
  const common = { tls: found['tls'] !== undefined, ...loginOf(found['login']) };
  const names = found['hosts']!.split(',');
  if (names.some((name) => name === '')) throw wrong('names no host, or an empty one between commas');
  const hosts = names.map((name) => addressOf(name, ports[mode]));
  // The driver supports options after a ? for a single address.
  const path = mode === 'single' ? found['path']!.replace(/\?.*$/, '') : found['path']!;
  if (/[?#]/.test(path)) throw wrong(`"${path}": what follows ? or # is not known`);
  const [first, second, ...more] = path.split('/').slice(1);
  if (mode === 'sentinel') {
    if (!first) throw wrong('names no master after the Sentinels: redis+sentinel://host:26379/mymaster');
    if (more.length > 0) throw wrong(`"${path}" is more than /master/database`);
    return { ...common, mode, sentinels: hosts, master: decoded(first), db: dbOf(second) };
  }
  if (second !== undefined) throw wrong(`"${path}" is more than a database`);
  if (mode === 'cluster') {
    if (dbOf(first) !== 0) throw wrong('a Redis Cluster has database 0 alone');
    return { ...common, mode, nodes: hosts };
  }
  if (hosts.length > 1)
    throw wrong('several hosts are Sentinels (redis+sentinel://) or nodes of a cluster (redis+cluster://)');
  return { ...common, mode, at: hosts[0]!, db: dbOf(first) };
};
