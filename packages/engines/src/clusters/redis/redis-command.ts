import { Redis } from 'ioredis';

/**
 * Sends one command to one server over a new connection.
 * @returns its reply
 * @throws the error reply of the server, or an error when it does not reply within two seconds
 */
export async function sendRedisCommand(port: number, ...command: (string | number)[]): Promise<unknown> {
  const [name, ...args] = command;
  const node = new Redis(port, '127.0.0.1', {
    lazyConnect: true,
    enableReadyCheck: false,
    retryStrategy: () => null,
    connectTimeout: 2000,
    commandTimeout: 2000,
    protocol: 2,
    disableClientInfo: true,
  });
  node.on('error', () => {});
  try {
    await node.connect();
    return await node.call(String(name), ...args);
  } finally {
    node.disconnect();
  }
}

/** Parses the lines `name:value` of a reply to INFO or CLUSTER INFO. */
export function fieldsOf(response: unknown): Map<string, string> {
  const pairs = String(response)
    .split(/\r?\n/)
    .map((line) => line.split(':', 2))
    .filter((pair): pair is [string, string] => pair.length === 2);
  return new Map(pairs);
}
