import { Redis } from 'ioredis';

/**
 * Sends one command to one server by a connection of its own, and gives back its answer.
 * @throws what the server says, or that it does not answer within two seconds
 */
export async function askNode(port: number, ...command: (string | number)[]): Promise<unknown> {
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

/** The lines `name:value` of an answer to INFO or CLUSTER INFO. */
export function fieldsOf(response: unknown): Map<string, string> {
  const pairs = String(response)
    .split(/\r?\n/)
    .map((line) => line.split(':', 2))
    .filter((pair): pair is [string, string] => pair.length === 2);
  return new Map(pairs);
}
