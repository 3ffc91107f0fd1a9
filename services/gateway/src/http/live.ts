import { fault, noQuery } from '@skillstream/runtime';
import { Router, type Response } from 'express';
import type { Hub, LiveEntry } from '../live/hub.ts';

export type LiveDeps = {
  hub: Hub;
  /** Clients at a time; the next is `overloaded`. */
  mostClients: number;
  /** What may wait for one client before it is dropped, in bytes. */
  mostWaitingBytes: number;
  /** Proxies end a connection on which nothing passes. */
  heartbeatMs: number;
  onClients: (count: number) => void;
};

const CHANGE = /^\d{1,15}(-\d{1,15})?$/;
const frameOf = ({ id, data }: LiveEntry): string => `id: ${id}\nevent: change\ndata: ${data}\n\n`;

// One frame for all clients: made when the first of them needs it.
const createFrames = () => {
  let last: { entry: LiveEntry; frame: Buffer } | null = null;
  return (entry: LiveEntry): Buffer => {
    if (last?.entry !== entry) last = { entry, frame: Buffer.from(frameOf(entry)) };
    return last.frame;
  };
};

/**
 * `GET /v1/live`: changes as Server-Sent Events, from now on, or behind `Last-Event-ID`, which browsers send by
 * themselves when they come back. Where more happened meanwhile than is kept, the event `missed` comes first: ask for
 * the numbers. A client that does not read is dropped, and can come back in the same way.
 */
export const createLive = ({ hub, mostClients, mostWaitingBytes, heartbeatMs, onClients }: LiveDeps) => {
  const open = new Set<Response>();
  const frame = createFrames();
  const write = (res: Response, bytes: Buffer | string) => {
    if (res.writableLength > mostWaitingBytes) return void res.destroy();
    res.write(bytes);
  };
  const heartbeat = setInterval(() => {
    for (const res of open) write(res, ': still here\n\n');
  }, heartbeatMs).unref();

  const router = Router();
  router.get('/v1/live', noQuery, (req, res) => {
    if (open.size >= mostClients) throw fault('overloaded', 'As many clients listen as may');
    const id = req.header('last-event-id');
    if (id !== undefined && !CHANGE.test(id))
      throw fault('invalid-input', 'Last-Event-ID is the id of an event of this feed', {
        context: { faults: [{ path: 'Last-Event-ID', message: 'is like 1764000000000-0' }] },
      });
    res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    res.write('retry: 1000\n\n');
    if (id !== undefined) {
      const { entries, complete } = hub.since(id);
      if (!complete) res.write('event: missed\ndata: {}\n\n');
      for (const entry of entries) res.write(frameOf(entry));
    }
    const leave = hub.join((entry) => write(res, frame(entry)));
    onClients(open.add(res).size);
    res.on('close', () => {
      leave();
      open.delete(res);
      onClients(open.size);
    });
  });

  return {
    router,
    /** Ends all feeds, so that their clients come back elsewhere. */
    close: () => {
      clearInterval(heartbeat);
      for (const res of open) res.end();
    },
  };
};
