import { expect, test } from '@jest/globals';
import { sseFrames, type SseFrame } from './sse-frames.ts';
import { createTimeline, timelineLine } from './timeline.ts';

async function* inPieces(text: string, size: number) {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const framesOf = async (text: string, size: number): Promise<SseFrame[]> => {
  const found: SseFrame[] = [];
  for await (const frame of sseFrames(inPieces(text, size))) found.push(frame);
  return found;
};

const stream =
  'retry: 1000\n\n: still here\n\nevent: snapshot\ndata: {"ä":1}\n\nevent: event\ndata: {}\n\nevent: cut';

test.each([1, 2, 3, 7, 1000])(
  'events are read whole in pieces of %i bytes; a cut one is left out',
  async (size) => {
    expect(await framesOf(stream, size)).toEqual([
      { event: 'snapshot', data: '{"ä":1}' },
      { event: 'event', data: '{}' },
    ]);
  },
);

test('a line that does not end is refused before it fills the memory', async () => {
  const endless = async function* () {
    for (;;) yield Buffer.alloc(1024 * 1024, 'x');
  };
  const reading = async () => {
    for await (const _ of sseFrames(endless()));
  };
  await expect(reading()).rejects.toThrow('does not end');
});

const event = {
  ...{ type: 'lease.taken', lease: 'relay\u001b[2J', id: 'r-1', service: 'ingestion', replica: 'pod-1' },
  at: '2026-01-02T03:04:05.678Z',
};

test('an event is one line, without characters that a terminal obeys', () => {
  const found = createTimeline()(JSON.stringify(event));
  expect(timelineLine(found!)).toBe('03:04:05.6  ingestion/pod-1  took the lease relay\\u{1b}[2J');
});

test('an event that comes again is shown once, and what is no event never', () => {
  const timeline = createTimeline();
  const text = JSON.stringify(event);
  expect([timeline(text)?.id, timeline(text), timeline('no JSON'), timeline('{}')]).toEqual([
    'r-1',
    null,
    null,
    null,
  ]);
  for (let n = 2; n < 5000; n += 1)
    expect(timeline(JSON.stringify({ ...event, id: `r-${n}` }))).not.toBeNull();
});
