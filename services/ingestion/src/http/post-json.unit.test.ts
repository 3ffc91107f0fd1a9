import { Readable } from 'node:stream';
import { expect, jest, test } from '@jest/globals';
import type { IngestResult } from '@skillstream/contracts';
import { createCapacity } from '@skillstream/http';
import type { Request, Response } from 'express';
import { type Validated, OVERHEAD_BYTES } from '../intake/validate.ts';
import { createPostJson } from './post-json.ts';

const good = { source: 'test', sourceId: '1', title: 'Go developer', description: 'Go' };

/** The handler over an intake that accepts every valid posting, and its memory budget of `mostBytes`. */
const setUp = (mostBytes: number, pause: () => Promise<void> | undefined = () => undefined) => {
  const take = jest.fn(async (chunk: readonly Validated[]): Promise<IngestResult[]> =>
    chunk.map(({ line }) => ({ line, status: 'accepted', postingId: 'test:1', version: 1 })),
  );
  const bodies = createCapacity('bytes', { most: mostBytes, mostOfOne: mostBytes });
  const handle = createPostJson({
    intake: { admit: () => undefined, take, stored: async () => undefined },
    now: () => new Date('2025-06-01T00:00:00Z'),
    ...{ maxBodyBytes: 1_000_000, maxLineBytes: 1000, chunkSize: 500 },
    ...{ turns: { pause }, bodies },
  });
  const post = async (body: string) => {
    const req = Object.assign(Readable.from([Buffer.from(body)]), { header: () => undefined, headers: {} });
    const json = jest.fn();
    const res = { on: () => res, status: () => res, location: () => res, json };
    Object.assign(res, { type: () => res, set: () => res, write: () => true, end: json });
    await handle(
      Object.assign(req, { res, iterator: () => req }) as unknown as Request,
      res as unknown as Response,
    );
  };
  return { take, post, bodies };
};

test('a single posting yields to the event loop, as the elements of an array do', async () => {
  const gate = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  const { take, post } = setUp(1000, () => {
    asked.resolve();
    return gate.promise;
  });
  const posted = post(JSON.stringify(good));
  await Promise.race([asked.promise, posted]);
  expect(take).not.toHaveBeenCalled();
  gate.resolve();
  await posted;
  expect(take).toHaveBeenCalledTimes(1);
});

test('the elements of an array count against its caller’s budget before any is validated, until the response is sent', async () => {
  const zeros = (count: number) => `[${JSON.stringify(good)}${',0'.repeat(count - 1)}]`;
  const mostBytes = zeros(10).length + 10 * OVERHEAD_BYTES;
  const pause = jest.fn(() => undefined);
  const { take, post, bodies } = setUp(mostBytes, pause);
  await expect(post(zeros(11))).rejects.toMatchObject({ code: 'overloaded' });
  expect([pause.mock.calls.length, bodies.inAll()]).toEqual([0, 0]);
  take.mockImplementationOnce(async (chunk) => {
    expect(bodies.inAll()).toBe(mostBytes);
    return chunk.map(({ line }) => ({ line, status: 'accepted', postingId: 'test:1', version: 1 }));
  });
  await post(zeros(10));
  expect([take.mock.calls.length, bodies.inAll()]).toEqual([1, 0]);
});
