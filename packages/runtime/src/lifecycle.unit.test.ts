import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createShutdown, exitOnSignals, type ShutdownPlan } from './lifecycle.ts';
import { silentLog } from './log.ts';

let steps: string[] = [];
beforeEach(() => {
  steps = [];
});

const planOf = (change: Partial<ShutdownPlan> = {}): ShutdownPlan => {
  const [server, management] = [createServer(), createServer()];
  server.on('close', () => steps.push('http closed'));
  management.on('close', () => steps.push('management closed'));
  const stop = (name: string) => ({ name, stop: async () => void steps.push(name) });
  return {
    log: silentLog(),
    readiness: { drain: () => void steps.push('unready'), status: async () => ({ ready: true, checks: {} }) },
    ...{ server, management },
    stops: ['consumers', 'producers', 'redis', 'mongo'].map(stop),
    timeoutMs: 1000,
    waitMs: 0,
    ...change,
  };
};

const listening = async (plan: ShutdownPlan): Promise<number> => {
  for (const server of [plan.server, plan.management]) await once(server.listen(0, '127.0.0.1'), 'listening');
  return (plan.server.address() as AddressInfo).port;
};

describe('shutting down', () => {
  afterEach(() => void jest.useRealTimers());

  test('goes in one order: unready, HTTP closed, then each part after the one before, management last', async () => {
    const plan = planOf();
    await listening(plan);
    await createShutdown(plan)();
    const parts = ['consumers', 'producers', 'redis', 'mongo'];
    expect(steps).toEqual(['unready', 'http closed', ...parts, 'management closed']);
  });

  test('ends answers that would go on for ever, and does not wait for them', async () => {
    const open: ServerResponse[] = [];
    const plan = planOf({ timeoutMs: 60_000, endStreams: () => open.forEach((response) => response.end()) });
    plan.server.on('request', (_request, response) => {
      open.push(response.writeHead(200));
      response.write('for ever');
    });
    const port = await listening(plan);
    const [response] = (await once(get({ port, host: '127.0.0.1' }), 'response')) as [IncomingMessage];
    response.resume();
    await createShutdown(plan)();
    expect(steps).toContain('http closed');
  });

  test('a part that fails does not keep the next ones from stopping', async () => {
    const rejects = { name: 'a', stop: () => Promise.reject(new Error('no')) };
    const throws = {
      name: 'b',
      stop: () => {
        throw new Error('no');
      },
    };
    const last = { name: 'c', stop: async () => void steps.push('c') };
    const plan = planOf({ stops: [rejects, throws, last] });
    await listening(plan);
    await createShutdown(plan)();
    expect(steps).toEqual(['unready', 'http closed', 'c', 'management closed']);
  });

  test('an answer given while requests are still taken ends its connection', async () => {
    // Its time is over when the test says so. Connections have timers of their own.
    const plan = planOf({ waitMs: 60_000 });
    plan.server.on('request', (_request, response) => response.end('taken'));
    const url = `http://127.0.0.1:${await listening(plan)}`;
    const before = await fetch(url);
    expect([before.headers.get('connection'), await before.text()]).toEqual(['keep-alive', 'taken']);
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'performance', 'Date'] });
    const stopped = createShutdown(plan)();
    const during = await fetch(url);
    expect([during.headers.get('connection'), await during.text()]).toEqual(['close', 'taken']);
    jest.advanceTimersByTime(60_000);
    jest.useRealTimers();
    await stopped;
  });

  test('a second call is the first one', async () => {
    const plan = planOf();
    await listening(plan);
    const shutdown = createShutdown(plan);
    const first = shutdown();
    expect(shutdown()).toBe(first);
    await first;
    expect(shutdown()).toBe(first);
    expect(steps.filter((step) => step === 'mongo')).toHaveLength(1);
  });

  test('a request that never ends is cut at half of the time, so that the parts still stop', async () => {
    const plan = planOf({ timeoutMs: 40 });
    const port = await listening(plan);
    const asked = once(plan.server, 'request');
    const client = connect(port, '127.0.0.1', () => client.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n'));
    client.on('error', () => undefined);
    await asked;
    await createShutdown(plan)();
    expect(steps.slice(-2)).toEqual(['mongo', 'management closed']);
    client.destroy();
  });
});

describe('a signal', () => {
  let exits: unknown[] = [];
  let exited: Promise<void> = Promise.resolve();
  beforeEach(() => {
    exits = [];
    exited = new Promise((resolve) => {
      jest.spyOn(process, 'exit').mockImplementation((code) => {
        exits.push(code);
        resolve();
        return undefined as never;
      });
    });
  });
  afterEach(() => {
    process.removeAllListeners('SIGTERM');
    process.removeAllListeners('SIGINT');
    jest.restoreAllMocks();
  });

  test('shuts down, then ends the process with 0', async () => {
    exitOnSignals(async () => void steps.push('stopped'), { log: silentLog(), timeoutMs: 10_000 });
    process.emit('SIGTERM', 'SIGTERM');
    await exited;
    expect([steps, exits]).toEqual([['stopped'], [0]]);
  });

  test('a second one ends the process at once with 1', () => {
    exitOnSignals(() => new Promise(() => undefined), { log: silentLog(), timeoutMs: 10_000 });
    process.emit('SIGTERM', 'SIGTERM');
    expect(exits).toEqual([]);
    process.emit('SIGINT', 'SIGINT');
    expect(exits).toEqual([1]);
  });

  test('all parts share one deadline: after it the process ends with 1', async () => {
    exitOnSignals(() => new Promise(() => undefined), { log: silentLog(), timeoutMs: 10 });
    process.emit('SIGTERM', 'SIGTERM');
    await exited;
    expect(exits).toEqual([1]);
  });
});
