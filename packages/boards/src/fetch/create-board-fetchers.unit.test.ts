import { afterEach, expect, test } from '@jest/globals';
import { startReplayServer, type ReplayServer } from '../../test/replay-server.ts';
import { createBoardFetchers } from './create-board-fetchers.ts';

let server: ReplayServer;
afterEach(() => server.close());

test('a host that wants to be left alone is so under another contact, which is named to others', async () => {
  const agents: unknown[] = [];
  server = await startReplayServer((place, { headers }) => {
    agents.push(headers['user-agent']);
    return place.startsWith('busy.') ? { status: 429, headers: { 'retry-after': '600' } } : { body: 'jobs' };
  });
  const fetcherOf = createBoardFetchers(server.dispatcher, 0);
  await expect(fetcherOf('a@boats.example')('https://busy.example/')).rejects.toThrow('responded with 429');
  const other = fetcherOf('b@boats.example');
  await expect(other('https://busy.example/')).rejects.toThrow('busy.example wants to be left alone');
  expect(await other('https://boards.example/')).toMatchObject({ text: 'jobs' });
  expect(agents).toEqual([expect.stringContaining('; a@boats'), expect.stringContaining('; b@boats')]);
});
