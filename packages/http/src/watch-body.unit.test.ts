import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { serverLimits } from './server-limits.ts';
import { watchBody } from './watch-body.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

test('the watch over a body ends with its answer, and holds neither any longer', () => {
  const headers = { 'content-length': '2' };
  const req = Object.assign(new EventEmitter(), { headers, complete: true, socket: { bytesRead: 0 } });
  const res = new EventEmitter();
  watchBody(req as unknown as IncomingMessage, res as unknown as ServerResponse, serverLimits);
  expect(jest.getTimerCount()).toBe(1);
  res.emit('finish');
  res.emit('close');
  expect(jest.getTimerCount()).toBe(0);
});
