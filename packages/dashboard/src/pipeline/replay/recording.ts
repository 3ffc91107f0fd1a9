import type { PipelineState, Sighting } from '@skillstream/contracts';
import { EVENTS_RETAINED_MS, MOST_EVENTS_RETAINED } from '@skillstream/contracts/pipeline-channel';
import type { AnyEvent, Message } from '../stream/message-of.ts';
import { createHearing } from './hearing.ts';

/** The state that was there at a moment, and when the page had read it. */
export type Moment = { atMs: number; state: PipelineState };
export type Seen = { atMs: number; sighting: Sighting };
export type Happened = { atMs: number; event: AnyEvent };

/** A clock that is kept right goes back by less, and what came last is not lost for that. */
const STEP_MS = 1000;
/** A replay at the pace of time ends so much later than it began: nothing of it may be forgotten meanwhile. */
const SLACK_MS = 30_000;
export const REPLAYED_MS = EVENTS_RETAINED_MS;
const MOST_SEEN = 20_000;
/** The earliest moment that can be shown has the events of the five minutes before it beside it. */
const EVENTS_HELD_MS = 2 * REPLAYED_MS + SLACK_MS;

const forget = <T extends { atMs: number }>(list: T[], beforeMs: number, most: number) => {
  const stays = list.findIndex(({ atMs }) => atMs >= beforeMs);
  const old = stays < 0 ? list.length : stays;
  list.splice(0, Math.max(old, list.length - most));
};
// From the end: what is shown is mostly new.
const countUntil = (list: readonly { atMs: number }[], timeMs: number): number =>
  list.findLastIndex(({ atMs }) => atMs <= timeMs) + 1;
const lastUntil = <T extends { atMs: number }>(list: readonly T[], timeMs: number): T | null =>
  list.findLast(({ atMs }) => atMs <= timeMs) ?? null;

/**
 * When an event happened, by the clock of this browser. The gateway sends none that is older than the replay: where
 * one seems to be, the two clocks differ by that much, and all that is known is when it came.
 */
const happenedAtMs = (at: string, nowMs: number): number => {
  const atMs = Date.parse(at);
  return atMs < nowMs - REPLAYED_MS - SLACK_MS ? nowMs : Math.min(nowMs, atMs);
};

/**
 * What the stream brought in the last five minutes, by the clock of this browser, so that every moment of it can be
 * shown again. Numbers are those of a snapshot; events and sightings are beside them, and are never summed.
 */
export const createRecording = () => {
  const snapshots: Moment[] = [];
  const sightings: Seen[] = [];
  const events = new Map<string, Happened>();
  let lastLedger: Moment | null = null;
  const hearing = createHearing();
  let latestMs = 0;
  const addSnapshot = (state: PipelineState, atMs: number) => {
    snapshots.push({ atMs, state });
    hearing.heard(atMs);
    if (state.ledger) lastLedger = { atMs, state };
  };
  /** The clock was set back: nothing can be shown of what is still to come by it. */
  const forgetAhead = (nowMs: number) => {
    snapshots.splice(countUntil(snapshots, nowMs));
    sightings.splice(countUntil(sightings, nowMs));
    hearing.forgetAhead(nowMs);
    if (lastLedger && lastLedger.atMs > nowMs) lastLedger = null;
    for (const [id, { atMs }] of events) if (atMs > nowMs) events.delete(id);
  };
  const prune = (nowMs: number) => {
    const beforeMs = nowMs - REPLAYED_MS - SLACK_MS;
    // The last snapshot stays, however old: it is what is known.
    if (snapshots.length > 1) forget(snapshots, Math.min(beforeMs, snapshots.at(-1)!.atMs), 1000);
    forget(sightings, beforeMs, MOST_SEEN);
    hearing.forget(beforeMs);
    const eventsBeforeMs = nowMs - EVENTS_HELD_MS;
    for (const [id, { atMs }] of events) {
      if (atMs >= eventsBeforeMs && events.size <= 2 * MOST_EVENTS_RETAINED) break;
      events.delete(id);
    }
  };
  return {
    /** @returns false for an event that is there already, as after the stream was opened again */
    add: (message: Message, nowMs: number): boolean => {
      if (nowMs < latestMs - STEP_MS) forgetAhead(nowMs);
      latestMs = nowMs;
      if (message.kind === 'event') {
        const { event } = message;
        if (events.has(event.id)) return false;
        // Those of the minutes before arrive together, and happened when they say.
        events.set(event.id, { atMs: happenedAtMs(event.at, nowMs), event });
      } else if (message.kind === 'snapshot') addSnapshot(message.state, nowMs);
      else sightings.push({ atMs: nowMs, sighting: message.sighting });
      prune(nowMs);
      return true;
    },
    /** The earliest moment that can be shown; null where there is none. */
    firstMs: (): number | null => snapshots[0]?.atMs ?? null,
    /** The stream was lost: what happens until the next snapshot is not heard. */
    lost: hearing.lost,
    /** Since when the stream was heard without a break at a time; null where no snapshot had come by then. */
    heardAt: hearing.at,
    /** The newest snapshot that was there at a time. */
    at: (timeMs: number): Moment | null => lastUntil(snapshots, timeMs),
    /** The newest snapshot until a time that has a ledger. */
    ledgerAt: (timeMs: number): Moment | null =>
      snapshots.findLast(({ atMs, state }) => atMs <= timeMs && state.ledger !== null) ??
      (lastLedger && lastLedger.atMs <= timeMs ? lastLedger : null),
    /** What happened in the five minutes until a time, the newest first. */
    eventsUntil: (timeMs: number, most: number): Happened[] =>
      [...events.values()]
        .filter(({ atMs }) => atMs <= timeMs && atMs >= timeMs - REPLAYED_MS)
        .sort((a, b) => b.atMs - a.atMs || (a.event.id < b.event.id ? 1 : -1))
        .slice(0, most),
    /** Sightings from after one time until another, the oldest first. */
    seenBetween: (fromMs: number, untilMs: number): Seen[] =>
      sightings.slice(countUntil(sightings, fromMs), countUntil(sightings, untilMs)),
  };
};

export type Recording = ReturnType<typeof createRecording>;
