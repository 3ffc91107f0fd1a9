import { expect, test } from '@jest/globals';
import { ProblemError, UnreachableError } from '@skillstream/client';
import { follow, type Connection } from './follow.ts';
import { groupOf } from './group-of.ts';
import { messageOf, type Message } from './message-of.ts';
import { createSseReader } from './sse-frames.ts';

const origin = { id: 'r-1', at: '2026-01-02T03:04:05.678Z', service: 'tagging', replica: 'r' };
const state = { at: origin.at, via: 'redis', services: [], topics: [], ledger: null };
const sighting = { ...origin, stage: 'tagged', postingId: 'p', version: 1 };
const stream =
  'retry: 1000\n\n: still here\n\nevent: snapshot\ndata: {"ä":1}\n\nevent: event\ndata: {}\n\nevent: cut';

test.each([1, 2, 3, 7, 1000])(
  'events are read whole in pieces of %i characters; a cut one is left out',
  (size) => {
    const read = createSseReader();
    const pieces = stream.match(new RegExp(`[^]{1,${size}}`, 'g'))!;
    expect(pieces.flatMap(read)).toEqual([
      { event: 'snapshot', data: '{"ä":1}' },
      { event: 'event', data: '{}' },
    ]);
  },
);

test('an event that does not end is refused before it fills the memory', () => {
  const read = createSseReader();
  const endless = () => {
    for (;;) read('x'.repeat(1024 * 1024));
  };
  expect(endless).toThrow('does not end');
});

test.each([
  ['snapshot', state, { kind: 'snapshot', state }],
  ['snapshot', { ...state, services: 1 }, null],
  ['event', { ...origin, type: 'flag.turned' }, { kind: 'event', event: { ...origin, type: 'flag.turned' } }],
  ['event', { ...origin, type: 'fenced', at: 'today' }, null],
  ['event', origin, null],
  ['sighting', sighting, { kind: 'sighting', sighting }],
  ['sighting', { ...sighting, postingId: 1 }, null],
  ['later', state, null],
  ['event', null, null],
])('a frame %s of %j is read as %j', (event, value, message) =>
  expect(messageOf({ event, data: JSON.stringify(value) })).toEqual(message),
);

test('what is no JSON is no message', () => expect(messageOf({ event: 'event', data: '{' })).toBeNull());

const bodyOf = (text: string) => new Response(text).body!;
const problemOf = (status: number, body: unknown = { code: 'refused', title: 'Refused' }) =>
  new ProblemError(new Response(null, { status }), body);
/** Follows streams that are opened one after the other; the last one is refused, and nobody waits after that. */
const followed = async (...openings: (string | Error)[]) => {
  const messages: Message[] = [];
  const connections: Connection['state'][] = [];
  const pauses: number[] = [];
  const leaving = new AbortController();
  const last = problemOf(401);
  let next: string | Error = last;
  await follow({
    open: async () => {
      next = openings.shift() ?? last;
      if (typeof next !== 'string') throw next;
      return bodyOf(next);
    },
    onMessage: (message) => messages.push(message),
    onConnection: (connection) => connections.push(connection.state),
    signal: leaving.signal,
    pause: async (ms) => {
      pauses.push(ms);
      if (next === last) leaving.abort();
    },
  });
  return { messages, connections, pauses };
};

test('a stream that ends, or cannot be opened, is opened again', async () => {
  const frame = `event: snapshot\ndata: ${JSON.stringify(state)}\n\n`;
  const { messages, connections } = await followed(frame, new UnreachableError('nobody', null), frame);
  expect(messages).toHaveLength(2);
  expect(connections).toEqual(['open', 'lost', 'open', 'refused']);
});

test('a stream that ends without a snapshot is lost; one that ends after some is opened again as if nothing were', async () => {
  const frame = `event: snapshot\ndata: ${JSON.stringify(state)}\n\n`;
  const happened = `event: event\ndata: ${JSON.stringify({ ...origin, type: 'fenced' })}\n\n`;
  expect((await followed('')).connections).toEqual(['lost', 'refused']);
  expect((await followed(frame, problemOf(503), happened)).connections).toEqual([
    ...['open', 'lost', 'lost'],
    'refused',
  ]);
  expect((await followed(frame, frame)).connections).toEqual(['open', 'open', 'refused']);
});

test('what is not allowed is asked again a minute later, and shown once it is', async () => {
  const { connections, pauses } = await followed(
    problemOf(403),
    `event: snapshot\ndata: ${JSON.stringify(state)}\n\n`,
  );
  expect(connections).toEqual(['refused', 'open', 'refused']);
  expect([pauses[0], pauses[2]]).toEqual([60_000, 60_000]);
});

test('what a proxy says while it starts is no refusal: it is asked again soon', async () => {
  const { connections, pauses } = await followed(problemOf(404, null), problemOf(403, '<html>'));
  expect(connections).toEqual(['lost', 'lost', 'refused']);
  expect(Math.max(...pauses.slice(0, 2))).toBeLessThanOrEqual(10_000);
});

test('tabs share a stream by their reader, of whom its group names nothing', async () => {
  const [none, one, again, other] = await Promise.all([null, 'token-a', 'token-a', 'token-b'].map(groupOf));
  expect(new Set([none, one, other]).size).toBe(3);
  expect(again).toBe(one);
  expect(one).not.toContain('token-a');
});
