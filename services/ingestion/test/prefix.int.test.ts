import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readiness } from '@skillstream/contracts';
import { createFixture, eventually } from './fixture.ts';
import { idOf, input, post } from './postings.ts';

let fixture: Awaited<ReturnType<typeof createFixture>>;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.close());

test('under another prefix nothing is published of a database, and what was stored waits for its own', async () => {
  const harness = fixture.harness();
  const before = await harness.replica();
  await post(before.base, input('a', 'one'));
  await eventually(harness.isPublished);
  await before.stop();

  const other = await harness.replica({ prefix: 'other.' });
  const ready = async () => readiness.parse(await (await fetch(`${other.base}/readyz`)).json());
  await eventually(async () =>
    (await ready()).checks['prefix']?.detail?.includes('KAFKA_PREFIX is "other."'),
  );
  expect((await ready()).ready).toBe(false);
  await post(other.base, input('b', 'one'));
  expect(await harness.isPublished()).toBe(false);
  await other.stop();

  await harness.replica();
  await eventually(harness.isPublished);
  expect((await harness.published()).map(({ key }) => key).sort()).toEqual([idOf('a'), idOf('b')]);
});
