import { exchange, type Address } from './tcp.ts';

/**
 * Resolves when the Redis at this address replies to PING; rejects while it is unavailable or still loading its data.
 * @param password of the default user, if it has one
 */
export async function pingRedis(address: Address, password?: string): Promise<void> {
  const asked = password === undefined ? ['PING'] : [`AUTH ${password}`, 'PING'];
  const request = Buffer.from(asked.map((line) => `${line}\r\n`).join(''));
  const response = await exchange(
    address,
    request,
    (received) => received.toString().split('\r\n').length > asked.length,
  );
  const last = response.toString().trim().split('\r\n').at(-1) ?? '';
  if (!last.startsWith('+PONG')) throw new Error(`PING was answered by ${last}`);
}
