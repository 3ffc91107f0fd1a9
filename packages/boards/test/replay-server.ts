import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Agent, type Dispatcher } from 'undici';

/** What the server does with one request. */
export type Replay = {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** The connection is cut after the body, which is shorter than was announced. */
  cut?: boolean;
  /** The response ends so many milliseconds after its body. */
  endsAfterMs?: number;
  /** There is no response at all. */
  silent?: boolean;
};

/** Takes every request to a replay server, by whatever host it was meant for. */
export const replayDispatcher = (origin: string, agent = new Agent()): Dispatcher =>
  agent.compose((dispatch) => (options, handler) => {
    const { host } = new URL(String(options.origin));
    return dispatch({ ...options, origin, path: `/${host}${options.path}` }, handler);
  });

/**
 * A server that plays the answers of boards, whatever host is asked: the path of a request begins with it.
 * @param route by host and path, without the query
 */
export const startReplayServer = async (route: (place: string, request: IncomingMessage) => Replay) => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const place = request.url!.slice(1);
    asked.push(place);
    const {
      status = 200,
      headers = {},
      body = '',
      cut,
      silent,
      endsAfterMs,
    } = route(place.replace(/\?.*/, ''), request);
    if (silent) return;
    if (cut) {
      response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) + 1000 });
      response.write(body, () => response.destroy());
      return;
    }
    response.writeHead(status, headers);
    if (endsAfterMs === undefined) response.end(body);
    else response.write(body, () => setTimeout(() => response.end(), endsAfterMs));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const agent = new Agent();
  return {
    origin,
    dispatcher: replayDispatcher(origin, agent),
    /** What was asked for, in order: host, path and query. */
    asked,
    close: async () => {
      await agent.destroy();
      server.closeAllConnections();
      server.close();
    },
  };
};

export type ReplayServer = Awaited<ReturnType<typeof startReplayServer>>;
