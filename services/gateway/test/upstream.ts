import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listen, silentLog } from '@skillstream/runtime';
import { createApp } from '../src/app.ts';
import type { Part } from '../src/parts/route-table.ts';

/** Starts small real servers in the parts' places and a gateway before them; a part without a listener is away. */
export const startGateway = async (
  listeners: Partial<Record<Part, RequestListener>>,
  log = silentLog(),
  timeoutMs = 5000,
) => {
  // Nobody listens on that port.
  const away = 'http://127.0.0.1:5999';
  const urls: Record<Part, string> = { ingestion: away, tagging: away, analytics: away };
  const servers = await Promise.all(
    Object.entries(listeners).map(async ([part, listener]) => {
      const server = createServer(listener);
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      urls[part as Part] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      return server;
    }),
  );
  const app = createApp({ log, urls, timeoutMs });
  const gateway = await listen(app.shell, 0, '127.0.0.1');
  return {
    url: `http://127.0.0.1:${gateway.port}`,
    port: gateway.port,
    stop: async () => {
      for (const { stop } of app.stops) await stop();
      for (const server of [gateway.server, ...servers]) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
};

/** An answer as JSON. */
export const answer =
  (body: unknown, status = 200): RequestListener =>
  (req, res) => {
    req.resume();
    res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
