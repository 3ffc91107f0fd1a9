import { exchange, type Address } from './tcp.ts';

/** Resolves when the Redis at this address answers PING; rejects while it is away or still loading its data. */
export async function pingRedis(address: Address): Promise<void> {
  const answer = await exchange(address, Buffer.from('PING\r\n'), (received) => received.includes('\r\n'));
  if (!answer.toString().startsWith('+PONG'))
    throw new Error(`PING was answered by ${answer.toString().trim()}`);
}
