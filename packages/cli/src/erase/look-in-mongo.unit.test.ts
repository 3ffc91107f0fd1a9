import { expect, test } from '@jest/globals';
import { documentFinding } from './look-in-mongo.ts';

const sought = { id: 'acme.1', text: 'paper boats' };
const stored = Buffer.from(JSON.stringify({ title: 'At Paper Boats' }));

test.each([
  ['a stored posting', { _id: 'acme.1', posting: stored }, sought, 'text'],
  [
    'one that is stored, whatever its text is',
    { _id: 'acme.1', posting: stored },
    { ...sought, text: undefined },
    'text',
  ],
  ['a retracted one', { _id: 'acme.1', posting: null, version: 2 }, sought, 'id'],
  [
    'the signature of a posting',
    { _id: 'acme.1', state: 'live', signature: { words: ['paper', 'boats'] } },
    { ...sought, text: undefined },
    'text',
  ],
  [
    'the signature of a posting whose text has expired',
    { _id: 'acme.1', state: 'expired', signature: { words: ['paper', 'boats'] } },
    { ...sought, text: undefined },
    'id',
  ],
  [
    'what is left of a signature',
    { _id: 'acme.1', state: 'retracted', keys: [], signature: null },
    { ...sought, text: undefined },
    'id',
  ],
  ['what quotes it', { _id: '0 acme.1', death: { reason: 'no JSON: paper boats' } }, sought, 'text'],
  ['a fact', { _id: 'acme.1', skills: ['go'] }, sought, 'id'],
  [
    'one of its job, which is called by its id',
    { _id: 'b.2', job: 'acme.1:1', posting: stored },
    sought,
    null,
  ],
  ['another posting with the same text', { _id: 'acme.12', posting: stored }, sought, null],
])('in MongoDB, %s', (_what, document, what, found) => {
  const finding = documentFinding('here', document, what);
  expect(finding?.what ?? null).toBe(found);
  if (finding) expect(finding.until).toBe(found === 'text' ? 'overdue' : 'kept');
});

test('a stored posting that nothing has retracted is live', () => {
  const document = { _id: 'acme.1', posting: stored, retracted: false };
  expect(documentFinding('here', document, sought)).toMatchObject({ what: 'text', until: 'live' });
});
