import { expect, test } from '@jest/globals';
import { createBodyCapacity, createShell, listen } from '@skillstream/http';
import { everybodyMay } from '@skillstream/http/testing';
import { createMetrics, createReadiness, silentLog } from '@skillstream/runtime';
import { Router } from 'express';
import { graphqlHandlers } from './graphql.ts';

test('each operation yields to the event loop, however many are sent at once', async () => {
  let turns = 0;
  const open = Promise.withResolvers<void>();
  const pause = async () => {
    turns += 1;
    await open.promise;
  };
  const bodies = createBodyCapacity();
  const { postGraphql } = graphqlHandlers({
    log: silentLog(),
    bodies,
    turns: { pause },
  } as unknown as Parameters<typeof graphqlHandlers>[0]);
  const shell = createShell({
    ...{ log: silentLog(), metrics: createMetrics('test'), readiness: createReadiness({}) },
    ...{ authorize: everybodyMay, routes: [Router().post('/graphql', ...postGraphql)] },
  });
  const { server, port } = await listen(shell, 0, '127.0.0.1');
  const ask = async () => {
    const headers = { 'content-type': 'application/json' };
    const body = '{"query":"{ __typename }"}';
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers, body });
    return response.json();
  };
  let answered = 0;
  const asked = Array.from({ length: 5 }, () => ask().then((result) => ((answered += 1), result)));
  while (turns < 5) await new Promise(setImmediate);
  expect(answered).toBe(0);
  open.resolve();
  expect(await Promise.all(asked)).toEqual(Array(5).fill({ data: { __typename: 'Query' } }));
  await new Promise((resolve) => server.close(resolve));
});
