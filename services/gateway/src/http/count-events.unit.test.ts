import { EventEmitter } from 'node:events';
import { expect, test } from '@jest/globals';
import { createMetrics } from '@skillstream/runtime';
import type { Request, Response } from 'express';
import { createRequestEvents } from './count-events.ts';

const start = () => {
  const metrics = createMetrics('gateway');
  const { count, since } = createRequestEvents(metrics);
  const end = (asked: Partial<Request>, headersSent = true) => {
    const res = Object.assign(new EventEmitter(), { headersSent, statusCode: 200 });
    const req = { method: 'GET', path: '/v1/demand', query: {}, headers: {}, complete: true, ...asked };
    const routed = { ...req, route: { path: '/v1/demand' } } as unknown as Request;
    count(routed, res as unknown as Response, () => undefined);
    res.emit('close');
  };
  const series = async (objective: string, result: string) => {
    const name = `skillstream_objective_requests_total{objective="${objective}",result="${result}",service="gateway"} `;
    const text = await metrics.registry.metrics();
    return Number(
      text
        .split('\n')
        .find((line) => line.startsWith(name))
        ?.slice(name.length),
    );
  };
  return { end, since, series };
};

test('every series is there before the first request, so that a first burst of errors is a rise', async () => {
  const { series } = start();
  for (const objective of ['fast', 'served'])
    expect([await series(objective, 'good'), await series(objective, 'bad')]).toEqual([0, 0]);
});

test('a query counts for both objectives, in the metric as in the own evaluation', async () => {
  const { end, since, series } = start();
  end({});
  expect(since()).toEqual({ fast: { events: 1, errors: 0 }, served: { events: 1, errors: 0 } });
  expect([await series('fast', 'good'), await series('served', 'good')]).toEqual([1, 1]);
});

test.each([{ via: 'facts' }, { source: 'hn' }])(
  'one that %j makes expensive is none of those that are fast',
  (query) => {
    const { end, since } = start();
    end({ query });
    expect(since()).toMatchObject({ fast: { events: 0 }, served: { events: 1 } });
  },
);

test('one whose caller left at once counts for none, although its status would be 200', () => {
  const { end, since } = start();
  end({}, false);
  expect(since()).toMatchObject({ fast: { events: 0 }, served: { events: 0 } });
});
