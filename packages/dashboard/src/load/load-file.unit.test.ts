import { expect, test } from '@jest/globals';
import { ProblemError } from '@skillstream/client';
import type { TableResult } from '@skillstream/contracts';
import { TOO_MANY_REJECTED } from '@skillstream/contracts/stream-end';
import type { Chunk } from './chunks-of.ts';
import { createLoad, type LoadState } from './load-file.ts';

async function* chunks(): AsyncGenerator<Chunk> {
  for (const n of [1, 2]) yield { text: `chunk ${n}`, lineOf: (line) => n * 100 + line, read: n * 10 };
}
const taken = (line: number, status: 'accepted' | 'unchanged' = 'accepted'): TableResult => ({
  ...{ line, status, postingId: `p${line}`, version: 1 },
});
const refused = (line: number): TableResult => ({
  ...{ line, status: 'rejected' },
  faults: [{ path: 'Posted', message: 'is no day' }],
});
const unavailable: TableResult = { line: 3, status: 'unavailable', retryAfterSeconds: 2, reason: 'busy' };
const never = new AbortController().signal;

const loadFrom = (source: AsyncGenerator<Chunk>, ...answers: (TableResult[] | Error)[]) => {
  const [sent, waits, states]: [string[], number[], LoadState[]] = [[], [], []];
  const load = createLoad({
    chunks: source,
    send: async (text) => {
      sent.push(text);
      const answer = answers.shift()!;
      if (answer instanceof Error) throw answer;
      return answer;
    },
    sleep: async (ms) => void waits.push(ms),
    onChange: (state) => void states.push(state),
  });
  return { load, sent, waits, states };
};
const loadOf = (...answers: (TableResult[] | Error)[]) => loadFrom(chunks(), ...answers);
const refusal = (status: number, headers = {}) =>
  new ProblemError(new Response('', { status, headers }), { code: 'busy', title: 'Busy' });

test('every row counts once, by its result, with the lines of the file', async () => {
  const { load, sent, states } = loadOf([taken(1), refused(2)], [taken(1, 'unchanged'), refused(2)]);
  await load.run(never);
  expect(sent).toEqual(['chunk 1', 'chunk 2']);
  expect(states.map(({ read }) => read)).toEqual([10, 20]);
  expect(load.state()).toEqual({
    counts: { accepted: 1, unchanged: 1, rejected: 2 },
    read: 20,
    reasons: [{ reason: 'Posted: is no day', times: 2, line: 102 }],
  });
});

test('a reason names no line of a chunk', async () => {
  const open = (line: number): TableResult => ({
    ...{ line, status: 'rejected' },
    faults: [{ path: 'Text', message: `has a quote on line ${line} that is not closed` }],
  });
  const { load } = loadOf([open(2)], [open(7)]);
  await load.run(never);
  expect(load.state().reasons).toEqual([
    { reason: 'Text: has a quote that is not closed', times: 2, line: 102 },
  ]);
});

test('a chunk that is cut short is sent again after as long as it says, and counts as it was answered first', async () => {
  const { load, sent, waits } = loadOf([taken(1), unavailable], [taken(1, 'unchanged'), taken(3)], []);
  await load.run(never);
  expect([sent, waits]).toEqual([['chunk 1', 'chunk 1', 'chunk 2'], [2000]]);
  expect(load.state().counts).toEqual({ accepted: 2, unchanged: 0, rejected: 0 });
});

test('after a failure it goes on with the chunk that it was at', async () => {
  const { load, sent } = loadOf([taken(1)], new Error('gone'), [taken(1)]);
  await expect(load.run(never)).rejects.toThrow('gone');
  await load.run(never);
  expect(sent).toEqual(['chunk 1', 'chunk 2', 'chunk 2']);
  expect(load.state()).toMatchObject({ counts: { accepted: 2 }, read: 20 });
});

test('a chunk that cannot be read fails each later run, too, and is not the end of the file', async () => {
  async function* broken(): AsyncGenerator<Chunk> {
    yield* chunks();
    throw new Error('line 7 is no UTF-8');
  }
  const { load, sent } = loadFrom(broken(), [taken(1)], [taken(1)]);
  for (const _ of [1, 2, 3]) await expect(load.run(never)).rejects.toThrow('line 7');
  expect(sent).toEqual(['chunk 1', 'chunk 2']);
});

test.each([429, 503])(
  'a chunk that is refused with %d is sent again after as long as it says',
  async (status) => {
    const { load, sent, waits } = loadOf(
      refusal(status, { 'retry-after': '7' }),
      refusal(status),
      [taken(1)],
      [],
    );
    await load.run(never);
    expect([sent, waits]).toEqual([
      ['chunk 1', 'chunk 1', 'chunk 1', 'chunk 2'],
      [7000, 5000],
    ]);
  },
);

test('patience ends, also with one that says a day', async () => {
  const refusals = Array.from({ length: 20 }, () => refusal(503, { 'retry-after': '86400' }));
  const { load, waits } = loadOf(...refusals);
  await expect(load.run(never)).rejects.toThrow('Busy');
  expect([waits.length, Math.max(...waits)]).toEqual([19, 120_000]);
});

test.each([
  ['is one row too many', TOO_MANY_REJECTED],
  ['breaks off', 'the body cannot be read further: quotes'],
])('a chunk of which the rest is not read since it %s is none that is delivered', async (_name, message) => {
  const end: TableResult = { line: 2, status: 'rejected', faults: [{ path: '', message }] };
  const { load, sent } = loadOf([taken(1), end], [taken(1, 'unchanged'), end]);
  await expect(load.run(never)).rejects.toThrow(/line 102: .*not loaded/);
  await expect(load.run(never)).rejects.toThrow(message);
  expect([sent, load.state().read]).toEqual([['chunk 1', 'chunk 1'], 0]);
  expect(load.state().counts).toEqual({ accepted: 1, unchanged: 0, rejected: 0 });
});
