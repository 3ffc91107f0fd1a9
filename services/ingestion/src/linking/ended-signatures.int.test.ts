import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { indexKeysOf, signatureOf } from '@skillstream/linking';
import { changingBeforeWrite } from '../../test/changing-before-write.ts';
import { createLinked, NOW, postingOf } from '../../test/linked.ts';
import { openOwnDatabase } from '../../test/own-database.ts';
import { createErasurePostings } from '../store/erasure-postings.ts';
import { LINK_RULES } from '../store/link-fields.ts';
import { createSignatureStore, RETRACTED, type Signed } from '../store/signature-store.ts';
import { packSignature } from './stored-signature.ts';

let connection: Awaited<ReturnType<typeof openOwnDatabase>>['connection'];
let close: () => Promise<void>;
beforeAll(async () => {
  ({ connection, close } = await openOwnDatabase('ended-signatures'));
});
afterAll(() => close());

const one = postingOf('one', 0);
const id = one.posting.postingId;
const EXPIRED = { state: 'expired' } as const;

/** The signature of the text that a linker has read at a version. */
const signedAt = (version: number, rules = LINK_RULES): Map<string, Signed> => {
  const signature = signatureOf(one.posting);
  const { stored: keys } = indexKeysOf(signature);
  return new Map([[id, { version, rules, keys, signature: packSignature(signature) }]]);
};

const withErasure = () => {
  const all = createLinked(connection);
  const { documents } = all;
  const signatures = createSignatureStore(documents);
  const stored = () => documents.signatures().findOne({ _id: id });
  const wipe = (over = documents) => createErasurePostings(over).wipeSignatures([id]);
  const retractAll = async () => {
    const erasing = createErasurePostings(documents);
    await erasing.retract(await erasing.live([id], false), { runId: 'run', now: NOW });
  };
  const erase = async () => {
    await retractAll();
    await wipe();
  };
  return { ...all, signatures, stored, wipe, retractAll, erase };
};
type All = ReturnType<typeof withErasure>;

test.each<[string, (all: All) => Promise<unknown>]>([
  ['an erasure', ({ erase }) => erase()],
  ['a retraction that is linked', ({ signatures }) => signatures.end(id, 2, RETRACTED)],
  ['expiry', ({ signatures }) => signatures.end(id, 1, EXPIRED)],
])('after %s of a posting without a signature the one of its text is not stored', async (_, end) => {
  const all = withErasure();
  const { accept, signatures, stored } = all;
  await accept([one]);
  await end(all);
  await signatures.putAll(signedAt(1));
  expect(await stored()).toMatchObject({ signature: null, keys: [], job: null });
  await signatures.putAll(signedAt(3));
  expect(await signatures.get(id)).toMatchObject({ version: 3, state: 'live', job: `${id}:1` });
  expect((await signatures.get(id))!.signature).not.toBeNull();
});

test.each<[string, (all: All) => Promise<unknown>]>([
  ['erased', ({ erase }) => erase()],
  ['retracted', ({ retract }) => retract(id)],
])('a linker that falls behind keeps no signature of what is %s and linked meanwhile', async (_, end) => {
  const all = withErasure();
  const { accept, link, documents, stored, find } = all;
  await accept([one]);
  const meanwhile = async () => {
    await end(all);
    await link();
  };
  const behind = changingBeforeWrite(documents, meanwhile, { of: 'signatures', by: 'insertMany' });
  await link({ documents: behind });
  expect(await stored()).toMatchObject({ signature: null, keys: [], job: null });
  expect(await find(one)).toMatchObject({ retracted: true, linkMark: null });
});

test.each([LINK_RULES, LINK_RULES - 1])(
  'an expired posting stays so where a linker that read its text comes after (rules %i)',
  async (rules) => {
    const { signatures } = withErasure();
    await signatures.putAll(signedAt(1));
    await signatures.end(id, 1, EXPIRED);
    await signatures.putAll(signedAt(1, rules));
    expect(await signatures.get(id)).toMatchObject({ state: 'expired', rules: LINK_RULES, job: `${id}:1` });
    await signatures.putAll(signedAt(2, rules));
    expect(await signatures.get(id)).toMatchObject({ state: 'live', version: 2 });
  },
);

test('a signature that is stored between two steps of an erasure is wiped', async () => {
  const { accept, documents, signatures, stored, retractAll, wipe } = withErasure();
  await accept([one]);
  await retractAll();
  const store = () => signatures.putAll(signedAt(1));
  await wipe(changingBeforeWrite(documents, store, { of: 'signatures', by: 'insertMany' }));
  expect(await stored()).toMatchObject({ signature: null, keys: [], version: 2 });
});

test('who read a signature before an erasure wiped it writes none back', async () => {
  const { accept, documents, signatures, stored, erase } = withErasure();
  await accept([one]);
  await signatures.putAll(signedAt(1, LINK_RULES - 1));
  const behind = changingBeforeWrite(documents, erase, { of: 'signatures', by: 'updateOne' });
  await createSignatureStore(behind).putAll(signedAt(1));
  expect(await stored()).toMatchObject({ signature: null, keys: [] });
});

test('an erasure leaves the signature of a posting that was sent again meanwhile, and others are found by it', async () => {
  const { accept, link, jobs, documents, retractAll, wipe } = withErasure();
  await accept([one]);
  await link();
  await retractAll();
  const again = async () => {
    await accept([one]);
    await link();
  };
  await wipe(changingBeforeWrite(documents, again, { of: 'signatures' }));
  await accept([postingOf('two', 0, { datePosted: '2026-05-02' })]);
  await link();
  expect(await jobs()).toEqual([['[one]', 'two']]);
});

test('an erasure wipes what was retracted before it and is not linked, and stores nothing of the sample', async () => {
  const { accept, link, retract, documents, wipe } = withErasure();
  const made = postingOf('20260101-1', 0, { source: 'sample' });
  await accept([one, made]);
  await link();
  for (const { posting } of [one, made]) await retract(posting.postingId);
  await wipe();
  await createErasurePostings(documents).wipeSignatures([made.posting.postingId]);
  expect(await documents.signatures().find().toArray()).toMatchObject([
    { _id: id, signature: null, keys: [] },
  ]);
});
