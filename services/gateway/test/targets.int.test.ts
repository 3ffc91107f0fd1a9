import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { operationList, publicOperations } from '@skillstream/contracts';
import { isUpstream } from '../src/upstreams/upstreams.ts';
import { respond, startGateway } from './upstream.ts';

let gateway: Awaited<ReturnType<typeof startGateway>>;
afterEach(() => gateway.stop());

test('an absolute URL in the request line leads to the upstream, never to its host', async () => {
  const strangers: unknown[] = [];
  const stranger = createServer((req, res) => {
    strangers.push(req.url);
    res.end();
  });
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
  gateway = await startGateway({ analytics: (req, res) => respond({ url: req.url })(req, res) });
  try {
    const { port } = stranger.address() as AddressInfo;
    const path = `http://127.0.0.1:${port}/v1/demand?role=qa`;
    const sending = request({ port: gateway.port, host: '127.0.0.1', path }).end();
    const [response] = (await once(sending, 'response')) as [IncomingMessage];
    const body = String(Buffer.concat(await response.toArray()));
    expect([JSON.parse(body), strangers]).toEqual([{ url: '/v1/demand?role=qa' }, []]);
  } finally {
    await new Promise((resolve) => stranger.close(resolve));
  }
});

test('dots in an id stay an id: no other path of the upstream can be reached by them', async () => {
  const echo: RequestListener = (req, res) => respond({ url: req.url })(req, res);
  gateway = await startGateway({ ingestion: echo, tagging: echo, analytics: echo });
  const byId = operationList.filter(
    ({ id, owner, path }) => id in publicOperations && isUpstream(owner) && path.includes('/:'),
  );
  expect(byId.length).toBeGreaterThan(6);
  const paths = byId.flatMap(({ method, path }) =>
    ['..', '.', '%2e%2e', '%2E.', '%2E'].map((id) => ({ method, path: `${path.replace(/:\w+/, id)}?top=1` })),
  );
  for (const { method, path } of paths) {
    const sending = request({ port: gateway.port, host: '127.0.0.1', method, path }).end();
    const [response] = (await once(sending, 'response')) as [IncomingMessage];
    expect(JSON.parse(String(Buffer.concat(await response.toArray())))).toEqual({ url: path });
  }
});
