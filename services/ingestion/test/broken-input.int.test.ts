import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createFixture } from './fixture.ts';
import { input } from './postings.ts';

let fixture: Awaited<ReturnType<typeof createFixture>>;
let base: string;
beforeAll(async () => {
  fixture = await createFixture();
  base = (await fixture.harness().replica()).base;
});
afterAll(() => fixture.close());

const line = (sourceId: string) => JSON.stringify(input(sourceId));

// The parser of JSON quotes the text around a fault.
test.each<[string, string, string]>([
  ['NDJSON', 'application/x-ndjson', `${line('quoted-1')}\n{"title": Jane Doe}\n{"title": "Jane Doe`],
  ['a JSON array', 'application/json', `[${line('quoted-2')}, {"title": Jane Doe}]`],
  ['one posting', 'application/json', '{"title": "x" "Jane Doe"}'],
  ['CSV', 'text/csv', 'sourceId,title,description\n1,x,y,z,Jane Doe\n2,"Jane Doe,y\n'],
])('of %s that is broken no answer has a word', async (_what, type, body) => {
  const headers = { 'content-type': type };
  const response = await fetch(`${base}/v1/postings`, { method: 'POST', headers, body });
  const text = await response.text();
  expect(text).toMatch(/not JSON|columns|quote/);
  expect(text).not.toMatch(/Jane|Doe/);
});
