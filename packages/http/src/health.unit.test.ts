import type { Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createMetrics, createReadiness, silentLog } from '@skillstream/runtime';
import { listen } from './listen.ts';
import { createManagement } from './management.ts';

let server: Server;
let url: string;
beforeAll(async () => {
  const parts = {
    log: silentLog(),
    metrics: createMetrics('test'),
    readiness: createReadiness({}),
  };
  const found = await listen(createManagement(parts), 0, '127.0.0.1');
  server = found.server;
  url = `http://127.0.0.1:${found.port}/metrics`;
});
afterAll(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});

/** What Prometheus 2.42 and 3 ask with; a browser; curl. */
test.each([
  [
    'application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,*/*;q=0.1',
    true,
  ],
  [
    'application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.5,text/plain;version=0.0.4;q=0.2',
    true,
  ],
  ['text/html,application/xhtml+xml,*/*;q=0.8', false],
  ['*/*', false],
  ['image/png', false],
])('who accepts %s is answered in a format that it reads', async (accept, open) => {
  const response = await fetch(url, { headers: { accept } });
  const text = await response.text();
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(
    open ? /^application\/openmetrics-text; version=1\.0\.0/ : /^text\/plain; version=0\.0\.4/,
  );
  expect(text.endsWith('# EOF\n')).toBe(open);
  expect(text).toMatch(/^skillstream_process_cpu_seconds_total\{service="test"\} /m);
});
