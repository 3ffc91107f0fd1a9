import { once } from 'node:events';
import { createServer, get, type RequestListener } from 'node:http';
import { afterEach, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { problem } from '@skillstream/contracts';
import { respond, newNamespace, nobody, startGateway, type GatewayOptions } from './upstream.ts';

const gateways: Awaited<ReturnType<typeof startGateway>>[] = [];
afterEach(async () => {
  for (const gateway of gateways.splice(0)) await gateway.stop();
});

/** A fake of analytics: it has a version of the views, and answers with their counts. */
const createAnalytics = () => {
  const state = { version: 'a' as string | null, asked: [] as string[], away: false };
  let open = Promise.resolve();
  const listener: RequestListener = async (req, res) => {
    if (state.away) return void res.destroy();
    if (req.url === '/v1/views') return respond({ version: state.version })(req, res);
    state.asked.push(req.url!);
    const { version } = state;
    await open;
    if (req.url!.includes('bad')) return respond({ status: 400 }, 400)(req, res);
    respond({ version }, 200, version === null ? {} : { etag: `W/"${version}"` })(req, res);
  };
  return { state, listener, hold: (until: Promise<void>) => (open = until) };
};

const start = async (options: GatewayOptions = {}, analytics = createAnalytics()) => {
  const gateway = await startGateway({ analytics: analytics.listener }, options);
  gateways.push(gateway);
  const ask = (path: string) => fetch(gateway.url + path);
  return { ...analytics, ask };
};

test('a query is sent once while the version of the views is the same, however its parameters are ordered', async () => {
  const { state, ask } = await start();
  const first = await ask('/v1/demand?role=backend&country=DE');
  expect([first.headers.get('etag'), first.headers.get('cache-control')]).toEqual(['W/"a"', 'no-cache']);
  for (let n = 0; n < 20; n += 1)
    expect(await (await ask('/v1/demand?country=DE&role=backend')).json()).toEqual({ version: 'a' });
  expect(state.asked).toEqual(['/v1/demand?country=DE&role=backend']);
});

test('a result is no older than a check of the version of the views', async () => {
  const { state, ask } = await start();
  await ask('/v1/demand');
  state.version = 'b';
  await until('the new answer', async () => (await (await ask('/v1/demand')).text()).includes('b"'));
  expect(state.asked).toHaveLength(2);
});

test('concurrent equal queries are sent once', async () => {
  const { state, ask, hold } = await start();
  const opening = Promise.withResolvers<void>();
  hold(opening.promise);
  const asking = Array.from({ length: 100 }, () => ask('/v1/demand'));
  await until('it is asked', () => state.asked.length > 0);
  opening.resolve();
  for (const response of await Promise.all(asking)) expect(await response.json()).toEqual({ version: 'a' });
  expect(state.asked).toHaveLength(1);
});

test('replicas share their results', async () => {
  const [namespace, analytics] = [newNamespace(), createAnalytics()];
  const one = await start({ namespace }, analytics);
  const two = await start({ namespace }, analytics);
  await one.ask('/v1/demand');
  await until('the other replica knows it', async () => {
    await two.ask(`/v1/demand?n=${analytics.state.asked.length}`);
    const before = analytics.state.asked.length;
    await two.ask('/v1/demand');
    return analytics.state.asked.length === before;
  });
  expect(analytics.state.asked.filter((url) => url === '/v1/demand').length).toBeLessThanOrEqual(2);
});

test('concurrent equal queries to several replicas are sent at most once by each', async () => {
  const [namespace, analytics] = [newNamespace(), createAnalytics()];
  const replicas = [await start({ namespace }, analytics), await start({ namespace }, analytics)];
  const opening = Promise.withResolvers<void>();
  analytics.hold(opening.promise);
  const asking = Array.from({ length: 40 }, (_, i) => replicas[i % 2]!.ask('/v1/demand'));
  await until('it is asked', () => analytics.state.asked.length > 0);
  opening.resolve();
  for (const response of await Promise.all(asking)) expect(await response.json()).toEqual({ version: 'a' });
  expect(analytics.state.asked.length).toBeLessThanOrEqual(replicas.length);
});

test('a caller that has the result learns that it is still valid', async () => {
  const { ask } = await start();
  await ask('/v1/demand');
  // fetch would add a Cache-Control that requests the whole response.
  const status = async (tag: string): Promise<number> => {
    const headers = { 'if-none-match': tag };
    const [response] = await once(get(`${gateways[0]!.url}/v1/demand`, { headers }), 'response');
    response.resume();
    return response.statusCode;
  };
  expect([await status('W/"a"'), await status('W/"b"')]).toEqual([304, 200]);
});

test('without Redis queries are still answered', async () => {
  const { state, ask } = await start({ redisUrl: `redis://${nobody}` });
  for (let n = 0; n < 10; n += 1) expect((await ask(`/v1/demand?top=${n}`)).status).toBe(200);
  expect(state.asked).toHaveLength(10);
});

test('a Redis that accepts connections and stays silent delays no response', async () => {
  const silent = createServer().listen(0, '127.0.0.1');
  silent.removeAllListeners('connection');
  await until('it listens', () => silent.listening);
  const { ask } = await start({
    redisUrl: `redis://127.0.0.1:${(silent.address() as { port: number }).port}`,
  });
  expect((await ask('/v1/demand')).status).toBe(200);
  silent.close();
});

test('while analytics is unavailable its last result is returned as stale; a new query is a clear 503', async () => {
  const { state, ask } = await start();
  await ask('/v1/demand');
  state.away = true;
  const stale = await until('it is stale', async () => {
    const response = await ask('/v1/demand');
    return response.headers.get('skillstream-stale') === 'true' && response;
  });
  expect([stale.status, stale.headers.get('cache-control')]).toEqual([200, 'no-store']);
  expect(Number(stale.headers.get('age'))).toBeGreaterThanOrEqual(0);
  expect(await stale.json()).toEqual({ version: 'a' });
  const unknown = await ask('/v1/demand?role=data');
  expect(unknown.headers.get('content-type')).toContain('application/problem+json');
  expect(problem.parse(await unknown.json())).toMatchObject({ status: 503, code: 'unavailable' });
  state.away = false;
  await until('it is fresh again', async () => !(await ask('/v1/demand')).headers.has('skillstream-stale'));
});

test('nothing is cached while the views are built, and no error ever', async () => {
  const { state, ask } = await start();
  for (let n = 0; n < 3; n += 1) expect((await ask('/v1/demand?role=bad')).status).toBe(400);
  expect(state.asked).toHaveLength(3);
  const building = await start();
  building.state.version = null;
  for (let n = 0; n < 3; n += 1) await building.ask('/v1/demand');
  expect(building.state.asked).toHaveLength(3);
});

test('a result is a table where the caller prefers that, under a tag of its own', async () => {
  const list = { skills: [{ skillId: 'go', count: 2 }] };
  const analytics = createAnalytics();
  const gateway = await startGateway({
    analytics: (req, res) =>
      req.url === '/v1/views'
        ? analytics.listener(req, res)
        : respond(list, 200, { etag: 'W/"a"' })(req, res),
  });
  gateways.push(gateway);
  const ask = (accept: string) => fetch(`${gateway.url}/v1/demand`, { headers: { accept } });
  const table = await ask('text/csv');
  expect(table.headers.get('content-type')).toContain('text/csv');
  expect([table.headers.get('etag'), table.headers.get('vary')]).toEqual(['W/"a-csv"', 'Accept']);
  expect(await table.text()).toBe('skillId,count\r\ngo,2\r\n');
  for (const accept of ['*/*', 'application/json', 'text/csv;q=0.1, application/json'])
    expect(await (await ask(accept)).json()).toEqual(list);
});
