import { expect, test } from '@jest/globals';
import { operations, type OperationId } from '@skillstream/contracts';
import { readLedger } from '../ledger/read-ledger.ts';
import type { AskUpstream } from '../upstreams/ask-upstream.ts';
import type { Upstream } from '../upstreams/upstreams.ts';
import { createLastKnown } from './last-known.ts';
import { readStatus } from './read-status.ts';
import { createSharedRead } from './shared-read.ts';

const lines = {
  ingestion: { sources: { constructor: { accepted: 1, pending: 0, versions: 1, retracted: 0 } } },
  tagging: { lag: 0 },
  analytics: {
    lag: 0,
    sources: { constructor: { counted: 1, deadLettered: 0, versions: 1, deadRetractions: 0 } },
  },
};
const others: Record<string, unknown> = {
  getReadiness: { ready: true, checks: {} },
  getTaggingConsumers: [],
  getAnalyticsConsumers: [],
};
const setUp = () => {
  const asked: string[] = [];
  const ask = (async (
    id: OperationId,
    { at, headers }: { at?: Upstream; headers: Record<string, string> },
  ) => {
    const upstream = (at ?? operations[id].owner) as Upstream;
    asked.push(`${headers['authorization'] ?? 'nobody'} ${upstream}`);
    await new Promise((resolve) => setImmediate(resolve));
    return others[id] ?? lines[upstream];
  }) as unknown as AskUpstream;
  const lastKnown = createLastKnown(Date.now);
  const shared = <T>(look: (ask: AskUpstream) => Promise<T>) => createSharedRead(ask, look, { everyMs: 0 });
  return {
    asked,
    ledger: shared((asking) => readLedger(asking, lastKnown)),
    status: shared((asking) => readStatus(asking, lastKnown)),
  };
};
const headers = { traceparent: '00-1-1-00' };

test('thirty concurrent polls cost the upstreams as many requests as two do, whatever the source is called', async () => {
  const [few, many] = [setUp(), setUp()];
  await Promise.all(Array.from({ length: 2 }, () => few.ledger(headers)));
  const found = await Promise.all(Array.from({ length: 30 }, () => many.ledger(headers)));
  expect(many.asked).toEqual(few.asked);
  expect(found[29]).toMatchObject({
    balanced: true,
    rows: [{ source: 'constructor', counted: 1, missing: 0 }],
  });
});

test('thirty concurrent requests for the status cost the upstreams as many requests as two do', async () => {
  const [few, many] = [setUp(), setUp()];
  await Promise.all(Array.from({ length: 2 }, () => few.status(headers)));
  const found = await Promise.all(Array.from({ length: 30 }, () => many.status(headers)));
  expect(many.asked).toEqual(few.asked);
  expect(found[29]).toMatchObject({ services: { tagging: { ready: true } } });
});

test('no caller gets the result of another token, and idle tokens are dropped', async () => {
  const { asked, ledger } = setUp();
  const tokens = Array.from({ length: 300 }, (_, i) => `Bearer ${i}`);
  for (const authorization of tokens) await ledger({ ...headers, authorization });
  for (const token of tokens) expect(asked).toContain(`${token} analytics`);
});
