import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readiness } from '@skillstream/contracts';
import { createFixture, eventually } from './fixture.ts';
import { idOf, input, post } from './postings.ts';

let fixture: Awaited<ReturnType<typeof createFixture>>;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.close());

test('under another prefix nothing of a database is published, changed or erased', async () => {
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
  expect((await post(other.base, input('b', 'one'))).status).toBe(503);
  for (const path of [`postings/${idOf('a')}`, 'sources/s/postings'])
    expect((await fetch(`${other.base}/v1/${path}`, { method: 'DELETE' })).status).toBe(503);
  expect((await fetch(`${other.base}/v1/postings/${idOf('a')}`)).status).toBe(200);
  await other.stop();

  const own = await harness.replica();
  expect((await post(own.base, input('b', 'one'))).status).toBe(202);
  await eventually(harness.isPublished);
  expect((await harness.published()).map(({ key }) => key).sort()).toEqual([idOf('a'), idOf('b')]);
});
