import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { appError } from '@skillstream/errors';
import { signatureOf } from '@skillstream/linking';
import { createLinked, postingOf, textOfJob } from '../../test/linked.ts';
import { openOwnDatabase } from '../../test/own-database.ts';

let connection: Awaited<ReturnType<typeof openOwnDatabase>>['connection'];
let close: () => Promise<void>;
beforeAll(async () => {
  ({ connection, close } = await openOwnDatabase('source_turns'));
});
afterAll(() => close());

const some = (source: string, count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => postingOf(`${source}${at}`, from + at, { source }));

/** What waits of each source. */
const setUp = () => {
  const made = createLinked(connection);
  const waiting = async (): Promise<Record<string, number>> => {
    const marked = (await made.all()).filter(({ linkMark }) => linkMark);
    return Object.fromEntries(
      [...Map.groupBy(marked, ({ source }) => source)].map(([key, { length }]) => [key, length]),
    );
  };
  return { ...made, waiting };
};

test('two postings are linked a page after a burst of 600 of another source began, and the burst goes on', async () => {
  const { accept, linking, waiting, jobs } = setUp();
  await accept(some('burst', 600));
  await accept([postingOf('b0', 700, { source: 'small' }), postingOf('b1', 700, { source: 'small' })]);
  const after: Record<string, number>[] = [];
  let pages = 0;
  const step = async (name: string) => {
    // Each page begins with its signatures: what waits then is what the pages before it have left.
    if (name === 'signed' && (pages += 1) <= 3) after.push(await waiting());
  };
  const { round } = linking({ step });
  while (await round(() => true));
  expect(after).toEqual([{ burst: 600, small: 2 }, { burst: 500, small: 2 }, { burst: 500 }]);
  expect(pages).toBe(7);
  expect(await waiting()).toEqual({});
  expect(await jobs()).toHaveLength(601);
});

test.each(['a', 'b', 'c'])(
  'of three sources the one that fails, "%s", stops no other, and is linked once it can be',
  async (failing) => {
    const { accept, linking, waiting } = setUp();
    const jobOf = { a: 0, b: 10, c: 20 }[failing]!;
    await accept([...some('a', 3), ...some('b', 3, 10), ...some('c', 150, 20)]);
    let isDown = true;
    const sign: typeof signatureOf = (posting) => {
      if (isDown && posting.description === textOfJob(jobOf)) throw appError('unavailable', 'away');
      return signatureOf(posting);
    };
    const { round } = linking({ sign });
    for (let attempt = 0; attempt < 8; attempt += 1)
      await round(() => true).catch((error: Error) => expect(error.message).toBe('away'));
    const left = { a: 3, b: 3, c: 150 }[failing];
    expect(await waiting()).toEqual({ [failing]: left });
    isDown = false;
    while (await round(() => true));
    expect(await waiting()).toEqual({});
  },
);

test('after a restart in the middle nothing is forgotten', async () => {
  const { accept, linking, waiting } = setUp();
  await accept([...some('a', 150), ...some('b', 120, 200), ...some('c', 5, 400)]);
  let pages = 0;
  await linking().round(() => (pages += 1) <= 2);
  expect(await waiting()).toEqual({ a: 50, b: 20, c: 5 });
  const { round } = linking();
  while (await round(() => true));
  expect(await waiting()).toEqual({});
});
