import { expect, test } from '@jest/globals';
import { createTurns } from '@skillstream/async';
import { createResultMemory } from '../queries/result-memory.ts';
import { createCsvResults } from './csv-results.ts';

const given = (tag: string | null, skillId: string, status = 200) => ({
  result: { status, contentType: 'application/json', tag, body: JSON.stringify({ skills: [{ skillId }] }) },
  from: 'memory' as const,
  staleMs: null,
});
const setUp = () => {
  const turns = createTurns();
  let paused = 0;
  const pause = () => ((paused += 1), turns.pause());
  return { asCsv: createCsvResults(createResultMemory(10_000), { pause }), paused: () => paused };
};

test('a table is made once for a result, however often it is requested, and anew for the next', async () => {
  const { asCsv, paused } = setUp();
  const first = await asCsv('/v1/demand', given('W/"1"', 'go'));
  expect(first.result).toMatchObject({ tag: 'W/"1-csv"', body: 'skillId\r\ngo\r\n' });
  for (let n = 0; n < 50; n += 1) expect(await asCsv('/v1/demand', given('W/"1"', 'go'))).toEqual(first);
  expect(paused()).toBe(1);
  expect((await asCsv('/v1/demand', given('W/"2"', 'rust'))).result.body).toBe('skillId\r\nrust\r\n');
  expect((await asCsv('/v1/demand?role=qa', given('W/"2"', 'java'))).result.body).toBe('skillId\r\njava\r\n');
  expect(paused()).toBe(3);
});

test('the table of a result without a tag is not shared', async () => {
  const { asCsv } = setUp();
  for (const skillId of ['go', 'rust'])
    expect((await asCsv('/v1/demand', given(null, skillId))).result).toMatchObject({
      tag: null,
      body: `skillId\r\n${skillId}\r\n`,
    });
});

test('an error, or a result without a list, stays as it is', async () => {
  const { asCsv } = setUp();
  const refused = given(null, 'go', 404);
  expect(await asCsv('/v1/demand', refused)).toBe(refused);
  const plain = {
    result: { ...given('W/"1"', 'go').result, body: '{"a":1}' },
    from: 'memory' as const,
    staleMs: null,
  };
  expect(await asCsv('/v1/report/x', plain)).toBe(plain);
});
