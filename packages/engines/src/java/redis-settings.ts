import type { EngineLogins } from '../types.ts';

/** What every Redis that we start has in common; what is not named is Redis' default. */
export function redisSettings(deps: { port: number; folder: string }): Record<string, string> {
  return {
    port: String(deps.port),
    bind: '127.0.0.1',
    dir: deps.folder,
    appendonly: 'yes',
    appendfsync: 'everysec',
    'maxmemory-policy': 'noeviction',
    // By its name before Redis 7. A view grows to hundreds of fields, and as a list each is searched for from the
    // front.
    'hash-max-ziplist-entries': '128',
    save: '',
  };
}

/** The same as arguments of `redis-server`. */
export function redisArguments(deps: {
  port: number;
  folder: string;
  logins?: EngineLogins | undefined;
}): string[] {
  const settings = Object.entries(redisSettings(deps)).flatMap(([name, value]) => [`--${name}`, value]);
  if (!deps.logins) return settings;
  const users = Object.entries(deps.logins.redis).flatMap(([name, rules]) => ['--user', name, ...rules]);
  return [...settings, '--requirepass', deps.logins.admin.password, ...users];
}

/** Settings as the text of a file that `redis-server` reads, and may write again. */
export function redisFile(settings: Record<string, string>): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name} ${value === '' ? '""' : value}\n`)
    .join('');
}
