import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createMetrics, expositionFor } from '@skillstream/runtime';
import { createLinked, postingOf } from '../../test/linked.ts';
import { openOwnDatabase } from '../../test/own-database.ts';

let connection: Awaited<ReturnType<typeof openOwnDatabase>>['connection'];
let close: () => Promise<void>;
beforeAll(async () => {
  ({ connection, close } = await openOwnDatabase('waiting_gauge'));
});
afterAll(() => close());

/** What a round links at the most. */
const ROUND = 1000;

test('while a load is linked, the gauge says after each round how many postings wait', async () => {
  const { accept, linking } = createLinked(connection);
  const metrics = createMetrics('ingestion');
  const gauge = async () =>
    /^skillstream_postings_to_link\{[^}]*\} (\d+)$/m.exec(await metrics.text(expositionFor('*/*')))?.[1];
  await accept(Array.from({ length: ROUND + 3 }, (_, at) => postingOf(`a${at}`, at)));
  const [reached, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let pages = 0;
  const step = async (name: string) => {
    if (name !== 'signed' || (pages += 1) <= ROUND / 100) return;
    reached.resolve();
    await released.promise;
  };
  const worker = linking({ metrics, step });
  worker.start();
  await reached.promise;
  const inSecondRound = await gauge();
  released.resolve();
  await worker.stop();
  expect([inSecondRound, await gauge()]).toEqual(['3', '0']);
});
