import { Writable } from 'node:stream';
import { expect, test } from '@jest/globals';
import type { IngestResult } from '@skillstream/contracts';
import type { Response } from 'express';
import { createArrayResponse } from './array-response.ts';

const rejected = (line: number): IngestResult => ({
  line,
  status: 'rejected',
  faults: [
    { path: '', message: 'is bad' },
    { path: 'title', message: 'is missing' },
  ],
});
const accepted = (line: number): IngestResult => ({ line, status: 'accepted', postingId: 'a', version: 1 });
const never = new AbortController().signal;

/** A response to write to; `read` says whether the client reads it. */
const sink = (read: boolean) => {
  const headers: Record<string, string> = {};
  const written: Buffer[] = [];
  const stream = new Writable({
    highWaterMark: 1,
    write: (chunk: Buffer, _encoding, done) => {
      written.push(chunk);
      if (read) setImmediate(done);
    },
  });
  const res = Object.assign(stream, {
    status: () => res,
    type: () => res,
    set: (name: string, value: string) => Object.assign(headers, { [name]: value }),
  });
  return { res: res as unknown as Response, headers, text: () => Buffer.concat(written).toString() };
};

test('a response of many chunks is one array, with the right content length', async () => {
  const response = createArrayResponse();
  response.add([rejected(1), accepted(2)]);
  response.add([accepted(3)]);
  const { res, headers, text } = sink(true);
  await response.write(res, never);
  await new Promise((resolve) => res.once('finish', resolve));
  expect(JSON.parse(text())).toEqual([rejected(1), accepted(2), accepted(3)]);
  expect([response.holdsTaken(), headers['Content-Length']]).toEqual([true, String(text().length)]);
});

test('where nothing is accepted the first hundred issues are listed by position, and the others counted', () => {
  const response = createArrayResponse();
  for (let line = 1; line <= 100; line += 1) response.add([rejected(line)]);
  const { faults } = response.noneTaken().context as { faults: unknown[] };
  expect([response.holdsTaken(), faults.length, faults[2], faults[3], faults[100]]).toEqual([
    false,
    101,
    { path: '1', message: 'is bad' },
    { path: '1.title', message: 'is missing' },
    { path: '', message: 'and 100 more faults' },
  ]);
});

test('a response that nobody reads ends with its connection, so that its memory is released', async () => {
  const response = createArrayResponse(1);
  response.add([accepted(1)]);
  response.add([accepted(2)]);
  const { res } = sink(false);
  await response.write(res, never);
  expect(res.destroyed).toBe(true);
});
