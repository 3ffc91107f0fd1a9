import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { residentBytes } from '../../packages/cli/src/platform/memory.ts';
import { generateSample } from '../../packages/cli/src/sample/index.ts';
import type { Platform } from '../platform/platform.ts';
import { sendAll } from '../platform/send.ts';

const megabytes = (pid: number) => (residentBytes(pid) ?? 0) / 2 ** 20;

/**
 * Has so many clients listen to the live feed while postings pass.
 * @returns what the gateway takes before, with them, and after the changes, in MB, and how many changes each heard
 */
export const measureLiveClients = async (platform: Platform, count: number) => {
  const pid = platform.service('gateway').pid();
  const before = megabytes(pid);
  const agent = new Agent({ maxSockets: Infinity });
  let receivedCount = 0;
  const open = async () => {
    const [response] = (await once(get(`${platform.url}/v1/live`, { agent }), 'response')) as [
      IncomingMessage,
    ];
    response.on('data', (chunk: Buffer) => (receivedCount += chunk.includes('event: change') ? 1 : 0));
    return response;
  };
  const clients: IncomingMessage[] = [];
  while (clients.length < count) clients.push(...(await Promise.all(Array.from({ length: 100 }, open))));
  const listening = megabytes(pid);
  for (let round = 0; round < 10; round += 1) {
    const postings = [...generateSample({ seed: 100 + round, count: 200 })].map(({ posting }) => posting);
    await sendAll(platform.url, postings);
    await platform.settled();
  }
  const after = megabytes(pid);
  for (const client of clients) client.destroy();
  return { before, listening, after, receivedCount: receivedCount / count };
};
