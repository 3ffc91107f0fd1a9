import { Readable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { createTurns } from '@skillstream/async';
import { createCapacity } from '@skillstream/http';
import { silentLog } from '@skillstream/runtime';
import type { Request, Response } from 'express';
import { OVERHEAD_BYTES } from '../intake/validate.ts';
import { createAnswerStream } from './answer-stream.ts';
import { createPostNdjson } from './post-ndjson.ts';

test('a chunk of one-byte lines is limited by the memory that they take, not by their bytes', async () => {
  const chunks: number[] = [];
  const maxBytes = 20 * OVERHEAD_BYTES;
  const answerStream = createAnswerStream({
    intake: {
      admit: () => undefined,
      stored: async () => undefined,
      take: async (validated) => {
        chunks.push(validated.length);
        return validated.map(({ line }) => ({ line, status: 'rejected', faults: [] }));
      },
    },
    log: silentLog(),
    streams: createCapacity('streams', { most: 1, mostOfOne: 1 }),
    limits: () => ({ maxItems: 500, maxBytes, pauseMs: 20 }),
  });
  const now = () => new Date('2025-06-01T00:00:00Z');
  const handle = createPostNdjson({ now, maxLineBytes: 1000, turns: createTurns() }, answerStream);
  const req = Object.assign(Readable.from([Buffer.from('0\n'.repeat(1000))]), {
    header: () => undefined,
    headers: {},
    resume: () => undefined,
  });
  const res = { headersSent: true, on: () => res, write: () => true, end: () => res };
  await handle(
    Object.assign(req, { res, iterator: () => req }) as unknown as Request,
    res as unknown as Response,
  );
  expect(chunks.reduce((sum, count) => sum + count)).toBe(1000);
  expect(Math.max(...chunks)).toBeLessThanOrEqual(20);
});
