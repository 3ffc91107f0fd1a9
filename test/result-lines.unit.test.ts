import { expect, test } from '@jest/globals';
import { MOST_RESULT_BYTES } from '@skillstream/client';
import type { IngestResult } from '@skillstream/contracts';
import { reportIssues } from '../services/ingestion/src/intake/report-issues.ts';
import { validateLine } from '../services/ingestion/src/intake/validate.ts';

const good = { source: 'a', sourceId: '1', title: 'Go developer', description: 'Go' };
const MAX_LINE = 1_000_000;
const now = new Date('2025-06-01T00:00:00Z');

/** Texts whose form in JSON is long: six bytes a unit, or three. */
const wide = ['\u0001', '\ud800', '鑫', '🦓'];
const names = (unit: string) => Array.from({ length: 30 }, (_, n) => `${unit.repeat(3000)}${n}`);
const unknownFields = (unit: string) => Object.fromEntries(names(unit).map((name) => [name, 1]));
const cases = wide.flatMap((unit): [string, string][] => [
  ['unknown fields', JSON.stringify({ ...good, ...unknownFields(unit) })],
  [
    'unknown fields below',
    JSON.stringify({ ...good, location: unknownFields(unit), salary: unknownFields(unit) }),
  ],
  [
    'a field that stands twice',
    `{"x":{${JSON.stringify(unit.repeat(20_000))}:1,${JSON.stringify(unit.repeat(20_000))}:1}}`,
  ],
  ['a text that is no JSON', `{"a":${unit.repeat(5000)}}`],
  [
    'every field of another kind',
    JSON.stringify(Object.fromEntries(Object.keys(good).map((key) => [key, [unit.repeat(20_000)]]))),
  ],
]);

test.each(cases)('the result of a posting with %s is far shorter than a client reads', (_what, text) => {
  const validated = validateLine({ line: 1_000_000, bytes: Buffer.from(text) }, MAX_LINE, now);
  if (!('faults' in validated)) throw new Error('it was taken');
  const { line, faults } = validated;
  const result: IngestResult = { line, status: 'rejected', faults };
  const bytes = Buffer.byteLength(JSON.stringify(result));
  expect(faults.length).toBeLessThanOrEqual(21);
  // Room for what a later version adds to an issue, or to a result.
  expect(bytes).toBeLessThan(MOST_RESULT_BYTES / 16);
});

test('as many issues as are reported of one posting, of paths of the longest form, are too', () => {
  const worst = Array.from({ length: 50 }, () => ({
    path: '\u0001'.repeat(500),
    message: '\u0001'.repeat(200),
  }));
  const bytes = Buffer.byteLength(JSON.stringify(reportIssues(worst, 20)));
  expect(bytes).toBeGreaterThan(48_000);
  expect(bytes).toBeLessThan(MOST_RESULT_BYTES / 16);
});
