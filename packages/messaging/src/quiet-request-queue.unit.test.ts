import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import { quietRequestQueues } from './quiet-request-queue.ts';

type Queue = {
  pending: unknown[];
  throttledUntil: number;
  push: (request: object) => void;
  fulfillRequest: (response: object) => void;
};
const require = createRequire(import.meta.url);
const RequestQueue = require('kafkajs/src/network/requestQueue') as new (options: object) => Queue;

const queueOf = (maxInFlightRequests: number | null) =>
  new RequestQueue({
    ...{ maxInFlightRequests, requestTimeout: 1000, enforceRequestTimeout: false, clientId: '', broker: '' },
    ...{ logger: { debug: () => undefined }, instrumentationEmitter: new EventEmitter() },
  });
const requestOf = (correlationId: number, sent: number[]) => ({
  ...{ entry: { correlationId, reject: () => undefined, resolve: () => undefined }, expectResponse: true },
  sendRequest: () => sent.push(correlationId),
});

beforeEach(() => {
  jest.useFakeTimers();
  quietRequestQueues();
});
afterEach(() => {
  jest.useRealTimers();
});

test('a queue of kafkajs with nothing pending has no timer', () => {
  const sent: number[] = [];
  const queue = queueOf(1);
  queue.push(requestOf(1, sent));
  queue.push(requestOf(2, sent));
  expect(sent).toEqual([1]);
  queue.fulfillRequest({ correlationId: 1, payload: {}, size: 0 });
  expect(sent).toEqual([1, 2]);
  jest.advanceTimersByTime(1000);
  expect(jest.getTimerCount()).toBe(0);
});

test('a request that a broker has throttled is sent when its time has come', () => {
  const sent: number[] = [];
  const queue = queueOf(null);
  queue.throttledUntil = Date.now() + 500;
  queue.push(requestOf(1, sent));
  jest.advanceTimersByTime(499);
  expect(sent).toEqual([]);
  jest.advanceTimersByTime(1);
  expect(sent).toEqual([1]);
  expect(jest.getTimerCount()).toBe(0);
});
