import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { silentLog } from '@skillstream/runtime';
import { openOwnDatabase } from '../../test/own-database.ts';
import { createBackfillStore } from './backfill-store.ts';
import { createDocuments } from './documents.ts';

let connection: Awaited<ReturnType<typeof openOwnDatabase>>['connection'];
let close: () => Promise<void>;
beforeAll(async () => {
  ({ connection, close } = await openOwnDatabase('retag'));
});
afterAll(() => close());

test('of ten that ask for a first run at once, and for a next one, one begins it and the others join', async () => {
  const store = createBackfillStore(createDocuments(connection, '', silentLog()));
  for (const round of ['first', 'next']) {
    const asked = Array.from({ length: 10 }, (_, n) => store.begin(`${round}-${n}`, new Date(0)));
    const found = await Promise.all(asked);
    expect(found.filter(({ begun }) => begun)).toHaveLength(1);
    expect(new Set(found.map(({ run }) => run.runId)).size).toBe(1);
    await store.advance(found[0]!.run, { finishedAt: new Date(1) });
  }
});
