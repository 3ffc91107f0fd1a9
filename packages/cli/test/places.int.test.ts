import { expect, test } from '@jest/globals';
import { openPostings } from '@skillstream/files';
import { loadRecords } from '../src/load/load-records.ts';
import type { Rejection } from '../src/load/report-file.ts';
import { startFakeGateway } from './fake-gateway.ts';

const row = (id: number, description: string) =>
  JSON.stringify({ source: 'a', sourceId: String(id), description });

test.each([
  [
    'an array on one line',
    (rows: string[]) => `[${rows.join(', ')}]`,
    [
      { line: 1, index: 1 },
      { line: 1, index: 3 },
    ],
  ],
  [
    'an array over lines',
    (rows: string[]) => `[\n${rows.join(',\n')}\n]`,
    [
      { line: 3, index: 1 },
      { line: 5, index: 3 },
    ],
  ],
  ['lines', (rows: string[]) => rows.join('\n'), [{ line: 2 }, { line: 4 }]],
])('what is rejected of %s is named by its place', async (_what, textOf, places) => {
  const gateway = await startFakeGateway((posting) =>
    posting?.description === 'bad' ? 'rejected' : 'accepted',
  );
  const rejected: Rejection[] = [];
  async function* blocks() {
    yield Buffer.from(textOf(['good', 'bad', 'good', 'bad'].map((description, id) => row(id, description))));
  }
  try {
    const file = await openPostings(blocks(), { defaultSource: 'file' });
    const { outcome } = await loadRecords(file.lines, {
      at: { address: gateway.url, token: async () => null },
      onRejected: async (rejection) => void rejected.push(rejection),
    });
    expect(outcome).toMatchObject({ accepted: 2, rejected: 2 });
    const found = rejected.map(({ faults: _, ...place }) => place).sort((a, b) => a.line - b.line);
    expect(found.sort((a, b) => (a.index ?? 0) - (b.index ?? 0))).toEqual(places);
  } finally {
    await gateway.stop();
  }
});
