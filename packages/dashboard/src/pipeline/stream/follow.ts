import { backoffMs, sleep } from '@skillstream/async';
import { nextAskMs } from '../../api/refetching.ts';
import { faultOf, type Fault } from '../../figures/fault-of.ts';
import { messageOf, type Message } from './message-of.ts';
import { createSseReader } from './sse-frames.ts';

/** How the stream is: `open` once a snapshot came, `lost` is tried again soon, `refused` once a minute. */
export type Connection = { state: 'connecting' | 'open' } | { state: 'lost' | 'refused'; fault: Fault };

export type FollowDeps = {
  /** Opens the stream. @throws ProblemError where the gateway refuses, UnreachableError where nobody answers */
  open: (signal: AbortSignal) => Promise<ReadableStream<Uint8Array>>;
  onMessage: (message: Message) => void;
  onConnection: (connection: Connection) => void;
  /** Ends it. */
  signal: AbortSignal;
  /** How to wait; by default by the clock. */
  pause?: (ms: number, signal: AbortSignal) => Promise<void>;
};

const BACKOFF = { firstMs: 500, maxMs: 10_000 };
/** What is refused may be allowed later, as when a gateway is set up otherwise, and a page on a wall has nobody. */
export const REFUSED_MS = 60_000;
/** A snapshot comes every second: what is silent for so long is broken, though nobody has said so. */
export const SILENT_MS = 10_000;
const ENDED: Fault = { title: 'The stream has ended.', detail: '', lasts: false };

type Hears = { onData: () => void; onMessage: (message: Message) => void };

const readAll = async (body: ReadableStream<Uint8Array>, { onData, onMessage }: Hears) => {
  const frames = createSseReader();
  const decoder = new TextDecoder();
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    onData();
    for (const frame of frames(decoder.decode(value, { stream: true }))) {
      const message = messageOf(frame);
      if (message) onMessage(message);
    }
  }
};

/** Follows the stream until the signal aborts; what breaks, or is refused, is opened again after a pause. */
export const follow = async (deps: FollowDeps): Promise<void> => {
  const { open, onConnection, signal, pause = sleep } = deps;
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    const broken = new AbortController();
    const end = () => broken.abort();
    signal.addEventListener('abort', end, { once: true });
    let silence = setTimeout(end, SILENT_MS);
    let error: unknown = null;
    // What broke, or was silent, has ended; only what could not be opened has a reason to tell.
    let fault = ENDED;
    let [opened, current] = [false, false];
    const onData = () => {
      attempt = 0;
      clearTimeout(silence);
      silence = setTimeout(end, SILENT_MS);
    };
    const onMessage = (message: Message) => {
      deps.onMessage(message);
      // Until a snapshot has come the newest figures are those of before the break.
      if (current || message.kind !== 'snapshot') return;
      current = true;
      onConnection({ state: 'open' });
    };
    try {
      const body = await open(broken.signal);
      opened = true;
      await readAll(body, { onData, onMessage });
    } catch (cause) {
      error = cause;
      if (!opened && !broken.signal.aborted) fault = faultOf(cause);
    }
    clearTimeout(silence);
    end();
    signal.removeEventListener('abort', end);
    if (signal.aborted) return;
    const againMs = nextAskMs(error, backoffMs(attempt, BACKOFF, Math.random()));
    // The gateway ends each stream, with its token or after a while; who opens it again has lost nothing.
    if (error !== null || !current) onConnection({ state: againMs === false ? 'refused' : 'lost', fault });
    // Other tabs wait no longer for this one, whatever a proxy asks for.
    await pause(againMs === false ? REFUSED_MS : Math.min(REFUSED_MS, againMs), signal);
  }
};
