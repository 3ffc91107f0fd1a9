import { expect, test } from '@jest/globals';
import { closedForm, isOpen } from './close.ts';
import type { PostingDocument } from './documents.ts';
import { storedAtOf } from './stored-at.ts';

const [received, now] = [new Date('2026-01-01T00:00:00Z'), new Date('2026-02-01T00:00:00Z')];
const open = {
  ...{ _id: 'boats.1', source: 'boats', version: 3, pendingVersion: null, retracted: false },
  ...{ contentHash: 'x', posting: Buffer.from('{"title":"Mate","contentHash":"x"}'), traceparent: 't' },
  ...{ tracestate: 's', writes: ['a'], updatedAt: received },
} satisfies PostingDocument;
const close = () => closedForm(open, { now, replica: 'one', writeId: 'b' });

test('closing is a version of its own, with the time, and any arrival makes the next one', () => {
  const closed = close();
  expect(closed).toMatchObject({
    ...{ version: 4, pendingVersion: 4, contentHash: null, closedAt: now, traceparent: null },
    ...{ writes: ['a', 'b'], trail: { version: 4, acceptedBy: 'one' } },
  });
  expect(closed).not.toHaveProperty('tracestate');
  expect(JSON.parse(String(closed.posting))).toEqual({
    ...{ title: 'Mate', contentHash: 'x' },
    closedAt: now.toISOString(),
  });
  expect(isOpen(closed)).toBe(false);
});

test('closing leaves the text as it was, and so its age: it is kept no longer for it', () => {
  const closed = close();
  expect(closed.updatedAt).toEqual(received);
  expect(storedAtOf(closed)).toEqual(now);
});
