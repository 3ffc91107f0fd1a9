import { appError } from '@skillstream/errors';
import { noHead, type Handlers } from '@skillstream/http';
import type { Subscribers } from '../live/subscribers.ts';
import type { Hub, LiveEntry } from '../live/hub.ts';
import { beginEventStream } from './event-stream.ts';

export type LiveDeps = { hub: Hub; subscribers: Subscribers };

const CHANGE = /^\d{1,15}(-\d{1,15})?$/;
const frameOf = ({ id, data }: LiveEntry): string => `id: ${id}\nevent: change\ndata: ${data}\n\n`;

// One frame for all clients, made when the first of them needs it: a client that requests everything retained takes no
// more memory.
const createFrames = () => {
  const made = new WeakMap<LiveEntry, Buffer>();
  return (entry: LiveEntry): Buffer => {
    const frame = made.get(entry) ?? Buffer.from(frameOf(entry));
    made.set(entry, frame);
    return frame;
  };
};

/**
 * Changes as Server-Sent Events, from now on, or after `Last-Event-ID`, which browsers send by themselves when they
 * reconnect. Where more happened meanwhile than is retained, the event `missed` comes first: query the numbers again.
 * A client that does not read is dropped, and can reconnect in the same way. There is no HEAD: it would take a slot
 * and receive nothing.
 */
export const liveHandlers = ({ hub, subscribers }: LiveDeps) => {
  const frame = createFrames();
  return {
    listen: [
      noHead,
      (req, res) => {
        const id = req.header('last-event-id');
        if (id !== undefined && !CHANGE.test(id))
          throw appError('invalid-input', 'Last-Event-ID is the id of an event of this feed', {
            context: { faults: [{ path: 'Last-Event-ID', message: 'is like 1764000000000-0' }] },
          });
        // The client may have left during authorization: no event would report that any more, and its slot would stay
        // taken.
        if (res.closed) return;
        beginEventStream(req, res, (client) => ({
          leave: subscribers.join({ ...client, onEvent: (entry) => res.write(frame(entry)) }),
        }));
        if (id === undefined) return;
        const { entries, complete } = hub.since(id);
        if (!complete) res.write('event: missed\ndata: {}\n\n');
        for (const entry of entries) res.write(frame(entry));
      },
    ],
  } satisfies Partial<Handlers<'gateway'>>;
};
