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
export function redisArguments(deps: { port: number; folder: string }): string[] {
  return Object.entries(redisSettings(deps)).flatMap(([name, value]) => [`--${name}`, value]);
}

/** Settings as the text of a file that `redis-server` reads, and may write again. */
export function redisFile(settings: Record<string, string>): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name} ${value === '' ? '""' : value}\n`)
    .join('');
}
