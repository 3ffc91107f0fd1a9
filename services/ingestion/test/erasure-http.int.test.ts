import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { erasure, erasurePreview, type Erasure } from '@skillstream/contracts';
import { createFixture, eventually } from './fixture.ts';
import { input, post } from './postings.ts';

const MARKER = 'unmistakable words';
let fixture: Awaited<ReturnType<typeof createFixture>>;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.close());

const eraseAt = async (base: string, query = '') =>
  fetch(`${base}/v1/sources/test/postings${query}`, { method: 'DELETE' });
const choose = (url: string, body: object) =>
  fetch(url, {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
    body: JSON.stringify(body),
  });
const eraseMatching = (base: string, body: object) => choose(`${base}/v1/sources/test/erasure`, body);
const previewAt = (base: string, body: object) => choose(`${base}/v1/sources/test/erasure/preview`, body);
const erasureAt = async (base: string): Promise<Erasure> =>
  erasure.parse(await (await fetch(`${base}/v1/sources/test/erasure`)).json());
const ended = (base: string) =>
  eventually(async () => ((await erasureAt(base)).state === 'ended' ? erasureAt(base) : null));

test('of three replicas one erases: each posting has one tombstone, and the preview said how many', async () => {
  const harness = fixture.harness();
  const replicas = await Promise.all([harness.replica(), harness.replica(), harness.replica()]);
  const [{ base }, other] = replicas;
  expect((await fetch(`${base}/v1/sources/test/erasure`)).status).toBe(404);
  await post(
    base,
    Array.from({ length: 450 }, (_, i) => input(`n${i}`, i % 9 === 0 ? 'harmless' : `${MARKER} ${i}`)),
  );
  const previewed = await previewAt(base, { matching: MARKER });
  const preview = erasurePreview.parse(await previewed.json());
  expect(preview).toMatchObject({ postings: 400, complete: true });
  expect(preview.examples).toHaveLength(3);
  const all = await previewAt(base, {});
  expect(await all.json()).toMatchObject({ postings: 450, complete: true });

  const asked = await eraseMatching(other.base, { matching: MARKER });
  expect(asked.status).toBe(202);
  expect(JSON.stringify(await asked.json())).not.toContain(MARKER);
  expect(await ended(base)).toMatchObject({
    total: 450,
    done: 450,
    erased: 400,
    letters: 0,
    matching: true,
  });
  await eventually(harness.isPublished);
  const records = await harness.published();
  expect(records.filter(({ value }) => value === null)).toHaveLength(400);
  const row = await replicas[2]!.ledger();
  expect(row.sources['test']).toMatchObject({ accepted: 450, retracted: 400, pending: 0 });
});

test('a choice in the address or the body of DELETE is refused: it must not erase everything', async () => {
  const { base } = await fixture.harness().replica();
  await post(base, [input('stays', MARKER)]);
  for (const query of ['?matching=Jane%20Doe', '?everything=1'])
    expect((await eraseAt(base, query)).status).toBe(400);
  const body = JSON.stringify({ matching: 'Jane Doe' });
  const chosen = await fetch(`${base}/v1/sources/test/postings`, { method: 'DELETE', body });
  expect([chosen.status, await chosen.text()]).toEqual([400, expect.stringContaining('takes no body')]);
  expect((await fetch(`${base}/v1/sources/test/erasure`)).status).toBe(404);
});

test('a source without postings is erased at once, and a faulty name or text is refused', async () => {
  const { base } = await fixture.harness().replica();
  expect((await eraseAt(base)).status).toBe(202);
  expect(await ended(base)).toMatchObject({ total: 0, erased: 0, letters: 0 });
  for (const matching of [
    'ab',
    '   ',
    ' ab ',
    'a\u200b\u200b',
    '\u200d\u200d\u200d',
    'a'.repeat(201),
    7,
    undefined,
  ])
    expect((await eraseMatching(base, { matching })).status).toBe(400);
  expect((await fetch(`${base}/v1/sources/No%20name/erasure`)).status).toBe(400);
});

test('asked for while another is in progress, an erasure has an id of its own, and reports by it', async () => {
  const { base } = await fixture.harness().replica();
  await post(
    base,
    Array.from({ length: 300 }, (_, i) => input(`t${i}`)),
  );
  const [first, second] = await Promise.all(
    [eraseAt(base), eraseAt(base)].map(async (asked) => erasure.parse(await (await asked).json())),
  );
  const [begun, waiting] = first!.again ? [second!, first!] : [first!, second!];
  expect(waiting).toMatchObject({ id: begun.id, again: true, next: expect.any(String) });
  const at = (id: string) => fetch(`${base}/v1/sources/test/erasure?id=${id}`);
  const endOf = (id: string) =>
    eventually(async () => {
      const found = erasure.parse(await (await at(id)).json());
      return found.state === 'ended' ? found : null;
    });
  expect(await endOf(begun.id)).toMatchObject({ id: begun.id, erased: 300 });
  expect(await endOf(waiting.next!)).toMatchObject({ id: waiting.next, erased: 0 });
  expect((await at('unknown')).status).toBe(404);
  expect((await fetch(`${base}/v1/sources/test/erasure?what=1`)).status).toBe(400);
});
