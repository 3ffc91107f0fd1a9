import { exchange } from './tcp.ts';

/** Resolves when the Redis on this port answers PING; rejects while it is away or still loading its data. */
export async function pingRedis(port: number): Promise<void> {
  const answer = await exchange(port, Buffer.from('PING\r\n'), (received) => received.includes('\r\n'));
  if (!answer.toString().startsWith('+PONG'))
    throw new Error(`PING was answered by ${answer.toString().trim()}`);
}
