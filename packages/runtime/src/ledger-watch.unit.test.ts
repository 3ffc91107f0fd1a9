import { expect, test } from '@jest/globals';
import { createLedgerWatch, type LedgerEnd } from './ledger-watch.ts';
import { createMetrics } from './metrics.ts';

const NOW = 1_750_000_000_000;

const setUp = (results: (LedgerEnd | null | Error)[]) => {
  const metrics = createMetrics('ingestion');
  const watch = createLedgerWatch({
    ...{ metrics, nowMs: () => NOW },
    read: async () => {
      const result = results.shift()!;
      if (result instanceof Error) throw result;
      return result;
    },
  });
  const figures = async () => {
    const text = await metrics.registry.metrics();
    return text.split('\n').filter((line) => line.startsWith('skillstream_ledger_'));
  };
  return { ...watch, figures };
};

const end = { postings: { accepted: 3, pending: 1 }, versions: 4 };
const said = [
  'skillstream_ledger_postings{state="accepted",service="ingestion"} 3',
  'skillstream_ledger_postings{state="pending",service="ingestion"} 1',
  'skillstream_ledger_versions{service="ingestion"} 4',
  `skillstream_ledger_read_timestamp_seconds{service="ingestion"} ${NOW / 1000}`,
];

test('before the first count there are no figures, and after it there are, with its time', async () => {
  const { look, last, figures } = setUp([end]);
  expect([await figures(), last()]).toEqual([[], null]);
  await look();
  expect([await figures(), last()]).toEqual([said, end]);
});

test.each([
  ['the engine is away', new Error('no MongoDB')],
  ['another replica counts', null],
])('while %s there are none, rather than old ones', async (_, result) => {
  const { look, last, figures } = setUp([end, result, end]);
  await look();
  await look();
  expect([await figures(), last()]).toEqual([[], null]);
  await look();
  expect(await figures()).toEqual(said);
});
