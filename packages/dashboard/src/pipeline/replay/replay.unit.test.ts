import { expect, test } from '@jest/globals';
import type { PipelineState } from '@skillstream/contracts';
import fc from 'fast-check';
import type { Message } from '../stream/message-of.ts';
import { createRecording, REPLAYED_MS } from './recording.ts';
import { shownTime, withinReach, type Shown } from './shown-time.ts';

const START = Date.parse('2026-01-02T03:00:00Z');
const timeOf = (ms: number) => new Date(ms).toISOString();
const snapshot = (at: number): Message => ({
  kind: 'snapshot',
  state: { at: timeOf(at), via: 'redis', services: [], topics: [], ledger: null } satisfies PipelineState,
});
const origin = { service: 'tagging', replica: 'r' } as const;
const event = (id: string, at: number): Message => ({
  kind: 'event',
  event: { ...origin, id, at: timeOf(at), type: 'lease.taken', lease: 'relay' },
});
const sighting = (postingId: string, at: number): Message => ({
  kind: 'sighting',
  sighting: { ...origin, id: postingId, at: timeOf(at), stage: 'tagged', postingId, version: 1 },
});

test('a moment shows the snapshot that was the newest then, and what had happened by then', () => {
  const recording = createRecording();
  expect([recording.at(START), recording.firstMs(), recording.heardAt(START)]).toEqual([null, null, null]);
  for (const second of [0, 1]) recording.add(snapshot(START + second * 1000), START + second * 1000);
  recording.add(sighting('p', START + 1200), START + 1200);
  recording.add(snapshot(START + 2000), START + 2000);
  recording.add(event('a', START + 500), START + 2000);
  recording.add(event('b', START + 1500), START + 2000);
  expect(recording.at(START - 1)).toBeNull();
  expect(recording.at(START + 1999)?.state.at).toBe(timeOf(START + 1000));
  expect(recording.eventsUntil(START + 1000, 9).map(({ event: { id } }) => id)).toEqual(['a']);
  expect(recording.eventsUntil(START + 2000, 9).map(({ event: { id } }) => id)).toEqual(['b', 'a']);
  expect(recording.eventsUntil(START + 2000, 1).map(({ event: { id } }) => id)).toEqual(['b']);
  expect(recording.seenBetween(START + 1199, START + 1200)).toHaveLength(1);
  expect(recording.seenBetween(START + 1200, START + 9000)).toHaveLength(0);
});

test('a stream that was lost is heard since its next snapshot, not since an event of before', () => {
  const recording = createRecording();
  recording.add(snapshot(START), START);
  recording.lost();
  recording.add(event('a', START + 500), START + 4000);
  expect(recording.heardAt(START + 4000)?.sinceMs).toBe(START);
  recording.add(snapshot(START + 4500), START + 4500);
  expect(recording.heardAt(START + 5000)).toEqual({ sinceMs: START + 4500, again: true });
});

test('the last ledger that was read is there while it cannot be read, and no later one', () => {
  const recording = createRecording();
  expect(recording.ledgerAt(START)).toBeNull();
  const total = { source: '(total)', accepted: 3, pending: 0, inFlight: 0, counted: 3, deadLettered: 0 };
  const read = (at: number) => {
    const { state } = snapshot(at) as { state: PipelineState };
    return { kind: 'snapshot' as const, state: { ...state, ledger: { total, idle: true, balanced: true } } };
  };
  recording.add(read(START), START);
  recording.add(snapshot(START + 1000), START + 1000);
  expect(recording.ledgerAt(START + 1000)?.atMs).toBe(START);
  expect(recording.ledgerAt(START - 1)).toBeNull();
  for (let at = START + 2000; at < START + 2 * REPLAYED_MS; at += 1000) recording.add(snapshot(at), at);
  expect(recording.ledgerAt(START + 2 * REPLAYED_MS)?.atMs).toBe(START);
});

test('events that come again after the stream was opened anew are there once', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 })), (ids) => {
      const recording = createRecording();
      const isNew = ids.map((id) => recording.add(event(`e${id}`, START + id), START + 100));
      const listed = recording.eventsUntil(START + 100, 1000).map((one) => one.event.id);
      expect(new Set(listed).size).toBe(listed.length);
      expect(isNew.filter(Boolean)).toHaveLength(listed.length);
    }),
  );
});

test('a clock that is set back forgets what would be still to come, and goes on from there', () => {
  const recording = createRecording();
  for (const second of [0, 1, 2, 3]) recording.add(snapshot(START + second * 1000), START + second * 1000);
  recording.add(event('a', START + 3000), START + 3000);
  recording.add(sighting('p', START + 3000), START + 3000);
  const backMs = START + 1500;
  recording.add(snapshot(backMs), backMs);
  expect([recording.firstMs(), recording.at(START + 9000)?.atMs]).toEqual([START, backMs]);
  expect(recording.eventsUntil(START + 9000, 9)).toEqual([]);
  expect(recording.seenBetween(START, START + 9000)).toEqual([]);
  const hourAgoMs = START - 3_600_000;
  recording.add(snapshot(hourAgoMs), hourAgoMs);
  expect([recording.firstMs(), recording.at(START)?.atMs]).toEqual([hourAgoMs, hourAgoMs]);
  expect(recording.heardAt(hourAgoMs)).toEqual({ sinceMs: hourAgoMs, again: false });
});

test('a pause at a moment that the clock has yet to come to stands still, and such a replay is live', () => {
  const nowMs = START - 3_600_000;
  const paused = withinReach({ mode: 'paused', atMs: START }, nowMs, nowMs);
  expect(paused).toEqual({ mode: 'paused', atMs: nowMs });
  expect(withinReach(paused, nowMs, nowMs + 5000)).toBe(paused);
  // What was recorded before is still to come: the page asks again until nothing changes.
  for (const firstMs of [START - 1000, START + 1000, null])
    expect(withinReach(paused, firstMs, nowMs + 5)).toBe(paused);
  const replaying = { mode: 'replaying', fromMs: START - 9000, sinceMs: START, speed: 1 } as const;
  expect(withinReach(replaying, nowMs, nowMs)).toEqual({ mode: 'live' });
});

test('what happened more than five minutes before a moment is not beside it, though nothing has happened since', () => {
  const recording = createRecording();
  const idsAt = (timeMs: number) => recording.eventsUntil(timeMs, 9).map(({ event: { id } }) => id);
  recording.add(event('monday', START), START);
  const wednesday = START + 2 * 86_400_000;
  recording.add(snapshot(wednesday), wednesday);
  recording.add(event('a', wednesday), wednesday);
  expect(idsAt(wednesday)).toEqual(['a']);
  expect(idsAt(wednesday + REPLAYED_MS)).toEqual(['a']);
  expect(idsAt(wednesday + REPLAYED_MS + 1)).toEqual([]);
});

test('the earliest moment that can be shown has what happened in the five minutes before it', () => {
  const recording = createRecording();
  const nowMs = START + 2 * REPLAYED_MS;
  recording.add(event('a', START), START);
  recording.add(snapshot(nowMs), nowMs);
  expect(recording.eventsUntil(nowMs - REPLAYED_MS, 9)).toHaveLength(1);
});

test('an event of a clock that is far behind that of the browser is shown as of when it came', () => {
  const recording = createRecording();
  recording.add(event('a', START), START + 3_600_000);
  expect(recording.eventsUntil(START + 3_600_000, 9)).toHaveLength(1);
});

test('six hours of it take no more memory than six minutes, and the last snapshot stays', () => {
  const recording = createRecording();
  const end = START + 6 * 3_600_000;
  for (let at = START; at <= end; at += 1000) {
    recording.add(snapshot(at), at);
    recording.add(event(`e${at}`, at), at);
    recording.add(sighting(`p${at}`, at), at);
  }
  expect(recording.heardAt(end)).toEqual({ sinceMs: START, again: false });
  expect(end - recording.firstMs()!).toBeLessThan(REPLAYED_MS + 60_000);
  expect(end - recording.firstMs()!).toBeGreaterThanOrEqual(REPLAYED_MS);
  expect(recording.seenBetween(0, end).length).toBeLessThan(400);
  expect(recording.eventsUntil(end, 100_000)).toHaveLength(REPLAYED_MS / 1000 + 1);
  recording.add(sighting('late', end + 3_600_000), end + 3_600_000);
  expect(recording.at(end + 3_600_000)?.state.at).toBe(timeOf(end));
});

test.each<[Shown, number]>([
  [{ mode: 'live' }, START],
  [{ mode: 'paused', atMs: START - 5000 }, START - 5000],
  [{ mode: 'paused', atMs: START + 5000 }, START],
  [{ mode: 'replaying', fromMs: START - 60_000, sinceMs: START - 10_000, speed: 1 }, START - 50_000],
  [{ mode: 'replaying', fromMs: START - 60_000, sinceMs: START - 10_000, speed: 5 }, START - 10_000],
  [{ mode: 'replaying', fromMs: START - 60_000, sinceMs: START - 20_000, speed: 5 }, START],
])('%j shows the moment %i', (shown, moment) => expect(shownTime(shown, START)).toBe(moment));

test('a replay ends where the present is; a pause stands, and not before what is recorded', () => {
  const fast: Shown = { mode: 'replaying', fromMs: START - 60_000, sinceMs: START - 20_000, speed: 5 };
  expect(withinReach(fast, START - 60_000, START)).toEqual({ mode: 'live' });
  expect(withinReach(fast, START - 60_000, START - 15_000)).toBe(fast);
  const paused: Shown = { mode: 'paused', atMs: START };
  expect(withinReach(paused, START - 60_000, START)).toBe(paused);
  expect(withinReach(paused, START + 1, START + 5)).toEqual({ mode: 'paused', atMs: START + 1 });
  expect(withinReach(paused, null, START)).toBe(paused);
});
