import { expect, test } from '@jest/globals';
import type { AskPart } from '../parts/ask-part.ts';
import { createLastKnown } from '../parts/last-known.ts';
import { createSharedLedger } from './shared-ledger.ts';

const lines = {
  ingestion: { sources: { constructor: { accepted: 1, pending: 0, versions: 1, retracted: 0 } } },
  tagging: { lag: 0 },
  analytics: {
    lag: 0,
    sources: { constructor: { counted: 1, deadLettered: 0, versions: 1, deadRetractions: 0 } },
  },
};
const setUp = () => {
  const asked: string[] = [];
  const ask = (async (part: keyof typeof lines, _path: string, _schema: unknown, options: unknown) => {
    const { headers } = options as { headers: Record<string, string> };
    asked.push(`${headers['authorization'] ?? 'nobody'} ${part}`);
    await new Promise((resolve) => setImmediate(resolve));
    return lines[part];
  }) as unknown as AskPart;
  return { asked, ledger: createSharedLedger(ask, createLastKnown(Date.now), { everyMs: 0 }) };
};
const headers = { traceparent: '00-1-1-00' };

test('thirty polls at once ask the parts as often as two do, whatever the source is called', async () => {
  const [few, many] = [setUp(), setUp()];
  await Promise.all(Array.from({ length: 2 }, () => few.ledger(headers)));
  const found = await Promise.all(Array.from({ length: 30 }, () => many.ledger(headers)));
  expect(many.asked).toEqual(few.asked);
  expect(found[29]).toMatchObject({
    balanced: true,
    rows: [{ source: 'constructor', counted: 1, missing: 0 }],
  });
});

test('nobody is given what was told to another token, and tokens that are done are forgotten', async () => {
  const { asked, ledger } = setUp();
  const tokens = Array.from({ length: 300 }, (_, i) => `Bearer ${i}`);
  for (const authorization of tokens) await ledger({ ...headers, authorization });
  for (const token of tokens) expect(asked).toContain(`${token} analytics`);
});
