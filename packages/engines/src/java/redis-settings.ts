import type { EngineLogins } from '../types.ts';

/** Settings of every Redis that we start; all others are Redis' defaults. */
export function redisSettings(deps: { port: number; folder: string }): Record<string, string> {
  return {
    port: String(deps.port),
    bind: '127.0.0.1',
    dir: deps.folder,
    appendonly: 'yes',
    appendfsync: 'everysec',
    'maxmemory-policy': 'noeviction',
    // The setting's name before Redis 7. A view grows to hundreds of fields, and a list is searched linearly for each.
    'hash-max-ziplist-entries': '128',
    save: '',
  };
}

/** Returns the settings as arguments of `redis-server`. */
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

/** Returns settings as the text of a file that `redis-server` reads, and may rewrite. */
export function redisFile(settings: Record<string, string>): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name} ${value === '' ? '""' : value}\n`)
    .join('');
}
