import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { indexKeysOf, signatureOf } from '@skillstream/linking';
import { createGate } from '../../test/fixture.ts';
import { createLinked, postingOf } from '../../test/linked.ts';
import { openOwnDatabase } from '../../test/own-database.ts';
import { createJobStore } from '../store/job-store.ts';
import { LINK_RULES } from '../store/link-fields.ts';
import { createLinkQueue } from '../store/link-queue.ts';
import { createLinkVersions } from '../store/link-versions.ts';
import { createSignatureStore } from '../store/signature-store.ts';
import { createAssign } from './assign.ts';
import { createPublishJob } from './publish-job.ts';
import { packSignature } from './stored-signature.ts';

let connection: Awaited<ReturnType<typeof openOwnDatabase>>['connection'];
let close: () => Promise<void>;
beforeAll(async () => {
  ({ connection, close } = await openOwnDatabase('two-linkers'));
});
afterAll(() => close());

const limits = { candidates: 100, members: 1000 };
/** Lets a step pass until the n-th time it is reached, where a gate holds it up. */
const heldAt = (name: string, times = 1) => {
  const gate = createGate();
  let reached = 0;
  const step = async (reachedStep: string) => {
    if (reachedStep === name && (reached += 1) === times) await gate.pass();
  };
  return { ...gate, step };
};
const free = async () => undefined;
/** Four postings of one job, in the order of their ids. */
const four = ['w', 'x', 'y', 'z']
  .map((sourceId) => postingOf(sourceId, 0))
  .sort((one, other) => (one.posting.postingId < other.posting.postingId ? -1 : 1));
const [a, b, c, d] = four.map(({ posting }) => posting.postingId) as [string, string, string, string];

const withSignatures = () => {
  const { documents } = createLinked(connection);
  const signatures = createSignatureStore(documents);
  const sign = async (ids: string[]) => {
    for (const { posting } of four.filter((one) => ids.includes(one.posting.postingId))) {
      const signature = signatureOf(posting);
      const { stored: keys } = indexKeysOf(signature);
      const signed = { version: 1, rules: LINK_RULES, keys, signature: packSignature(signature) };
      await signatures.put(posting.postingId, signed);
    }
  };
  const assign = (step: (name: string) => Promise<void>) =>
    createAssign({
      ...{ signatures, jobs: createJobStore(documents), limits, step, mark: free },
      onCompared: () => undefined,
    });
  const jobs = async () => new Set((await documents.signatures().find().toArray()).map(({ job }) => job));
  return { sign, assign, jobs };
};

test('who takes a posting along takes those along that joined it meanwhile', async () => {
  const { sign, assign, jobs } = withSignatures();
  await sign([c, d]);
  const second = heldAt('split');
  const joining = assign(second.step)(c);
  await second.reached;
  await sign([a, b]);
  const first = heldAt('split');
  const taking = assign(first.step)(a);
  await first.reached;
  // Each has seen c and d alone: d moves to c, and then c to a.
  second.open();
  await joining;
  first.open();
  await taking;
  expect(await jobs()).toEqual(new Set([`${a}:1`]));
});

test('who joins a posting that is taken along meanwhile goes with it', async () => {
  const { sign, assign, jobs } = withSignatures();
  await sign([c, d]);
  const second = heldAt('split');
  const joining = assign(second.step)(c);
  await second.reached;
  await sign([a, b]);
  // Behind b and c, before d.
  const first = heldAt('emptied', 2);
  const taking = assign(first.step)(a);
  await first.reached;
  second.open();
  await joining;
  first.open();
  await taking;
  expect(await jobs()).toEqual(new Set([`${a}:1`]));
});

test('two that each find the other alone make one job', async () => {
  const { sign, assign, jobs } = withSignatures();
  await sign([a, b]);
  const [one, other] = [heldAt('split'), heldAt('split')];
  const both = [assign(one.step)(a), assign(other.step)(b)];
  await Promise.all([one.reached, other.reached]);
  one.open();
  other.open();
  await Promise.all(both);
  expect(await jobs()).toEqual(new Set([`${a}:1`]));
});

test('who publishes what it read before another one did does it again', async () => {
  const { accept, link, jobs, documents, find } = createLinked(connection);
  const [early, late] = [postingOf('early', 0, { datePosted: '2026-04-01' }), postingOf('late', 0)];
  await accept([early, late]);
  await link();
  expect(await jobs()).toEqual([['[early]', 'late']]);
  const { _id, job } = await find(early);
  const retract = (retracted: boolean) =>
    documents.postings().updateOne({ _id }, { $set: { retracted, primary: null } });
  const publish = (step: (name: string) => Promise<void>) =>
    createPublishJob({
      ...{ signatures: createSignatureStore(documents), jobs: createJobStore(documents), limits, step },
      ...{
        versions: createLinkVersions(documents),
        mark: free,
        onStored: () => undefined,
        now: () => new Date(),
      },
    });
  await retract(true);
  const held = heldAt('demoted');
  const slow = publish(held.step)(job!);
  await held.reached;
  await retract(false);
  await publish(free)(job!);
  held.open();
  await slow;
  expect(await jobs()).toEqual([['[early]', 'late']]);
});

test.each([
  ['before it has read the postings', 'members'],
  ['before it has written any', 'planned'],
])('who publishes a job that one has left meanwhile, %s, leaves that one as it is', async (_, held) => {
  const { accept, link, jobs, documents, find } = createLinked(connection);
  const [x, w] = [postingOf('x', 0, { datePosted: '2026-04-01' }), postingOf('w', 0)];
  await accept([x, w]);
  await link();
  const { job } = await find(x);
  // As it is before anything of the job was published.
  await documents.postings().updateMany({}, { $set: { job: null, primary: null } });
  const signatures = createSignatureStore(documents);
  const { step, reached, open } = heldAt(held);
  const slow = createPublishJob({
    signatures: {
      ...signatures,
      membersOf: async (...of) => {
        const found = await signatures.membersOf(...of);
        await step('members');
        return found;
      },
    },
    ...{ jobs: createJobStore(documents), versions: createLinkVersions(documents), limits, step },
    ...{ mark: createLinkQueue(documents).mark, onStored: () => undefined, now: () => new Date() },
  })(job!);
  await reached;
  await signatures.change((await signatures.get(x.posting.postingId))!, { job: 'elsewhere' });
  open();
  await slow;
  const [left] = [await find(x)];
  if (held === 'members') expect(left.job).toBeNull();
  // It was published as one of the job: whoever links it again takes that back.
  else expect(left.linkMark).not.toBeNull();
  await link();
  expect(await jobs()).toEqual(held === 'members' ? [['[w]'], ['[x]']] : [['[x]', 'w']]);
});
