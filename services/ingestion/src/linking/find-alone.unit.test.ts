import { expect, test } from '@jest/globals';
import { createTurns } from '@skillstream/async';
import { indexKeysOf, signatureOf } from '@skillstream/linking';
import { postingOf } from '../../test/linked.ts';
import type { SignatureDocument } from '../store/documents.ts';
import { createFindAlone } from './find-alone.ts';
import { packSignature } from './stored-signature.ts';

const documentOf = (_id: string, job: number, over: Partial<SignatureDocument> = {}): SignatureDocument => {
  const signature = signatureOf(postingOf(_id, job).posting);
  return {
    ...{ _id, version: 1, rules: 1, revision: _id, state: 'live', job: `${_id}:1`, founded: 1, left: [] },
    ...{ keys: indexKeysOf(signature).stored, signature: packSignature(signature), ...over },
  };
};
type Given = { found?: (most: number) => SignatureDocument[]; jobs?: (most: number) => string[] };

/** Those of the stored ones that are alone. */
const aloneOf = async (stored: SignatureDocument[], { found, jobs }: Given = {}) => {
  const findAlone = createFindAlone({
    signatures: {
      all: async () => stored,
      withKeys: async (keys, most) =>
        found?.(most) ?? stored.filter((one) => one.keys.some((key) => keys.includes(key))),
      jobsOf: async (asked, most) => jobs?.(most) ?? asked,
    },
    ...{ limits: { candidates: 100, members: 1000 }, turns: createTurns(), onCompared: () => undefined },
  });
  return [...(await findAlone(stored.map(({ _id }) => _id))).keys()];
};
const [a, b, c] = [documentOf('a', 0), documentOf('b', 1), documentOf('c', 1)];

test('a posting that is like no other one is alone, and two that are alike are not', async () => {
  expect(await aloneOf([a, b, c])).toEqual(['a']);
});

test('one that is like one of another page is not alone', async () => {
  expect(await aloneOf([a, b], { found: () => [a, b, c] })).toEqual(['a']);
});

test.each<[string, Partial<SignatureDocument>]>([
  ['is retracted', { signature: null, job: null, state: 'retracted' }],
  ['has expired', { state: 'expired' }],
])('of one that %s nothing is known', async (_, over) => {
  expect(await aloneOf([a, documentOf('d', 2, over)])).toEqual(['a']);
});

test('of one to whose job somebody has moved nothing is known', async () => {
  expect(await aloneOf([a, b], { jobs: () => ['a:1', 'a:1', 'b:1'] })).toEqual(['b']);
});

test('where not all candidates, or not all of their jobs, could be read nothing is known', async () => {
  const many = (most: number) => Array.from({ length: most }, () => documentOf('z', 9));
  expect(await aloneOf([a, b], { found: many })).toEqual([]);
  expect(await aloneOf([a, b], { jobs: () => ['a:1', 'b:1', 'a:1', 'a:1'] })).toEqual([]);
});
