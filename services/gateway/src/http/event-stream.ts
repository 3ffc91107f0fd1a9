import { tokenEndsMs } from '@skillstream/auth';
import type { Request, Response } from 'express';
import type { Client } from '../live/subscribers.ts';
import { requestClient } from './request.ts';

type Join<Joined> = (client: Omit<Client, 'onEvent'>) => Joined;

/**
 * Joins a client with its response as the connection, and begins a stream of Server-Sent Events.
 * @returns what `join` returns, whose `leave` is called when either side ends the stream
 * @throws what `join` throws: then nothing was sent yet
 */
export const beginEventStream = <Joined extends { leave: () => void }>(
  req: Request,
  res: Response,
  join: Join<Joined>,
): Joined => {
  const joined = join({
    of: requestClient(req),
    beat: () => res.write(': still here\n\n'),
    waitingBytes: () => res.writableLength,
    drop: () => res.destroy(),
    end: () => {
      joined.leave();
      res.end();
    },
    endsMs: tokenEndsMs(req),
  });
  res.on('close', joined.leave);
  res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  res.write('retry: 1000\n\n');
  return joined;
};
