import { execFileSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { dateOf } from './fields.ts';

test.each([
  ['2025-06-01T00:30:00+02:00', '2025-06-01T00:30:00.000+02:00'],
  ['2025-05-31T23:30:00.5-0530', '2025-05-31T23:30:00.500-05:30'],
  ['Sun, 01 Jun 2025 00:30:00 +0200', '2025-06-01T00:30:00.000+02:00'],
  ['2025-06-01T00:30:00Z', '2025-06-01T00:30:00.000Z'],
  ['2025-06-01 00:30:00 UTC', '2025-06-01T00:30:00.000Z'],
  ['2025-06-01', '2025-06-01T00:00:00.000Z'],
  [1_748_737_800_000, '2025-06-01T00:30:00.000Z'],
  ['Sun, 01 Jun 2025 00:30:00 +9900', '2025-05-27T21:30:00.000Z'],
  ['+275760-09-13T00:01:00.000+00:01', undefined],
  ['soon', undefined],
  [null, undefined],
])('the time %p of a board is %p, on the day where it was written', (given, time) =>
  expect(dateOf(given)).toBe(time),
);

test('a time without a zone is one of UTC, wherever the process runs', () => {
  const times = [
    '2025-06-01T00:30:00',
    '2025-06-01 00:30:00',
    'Sun, 01 Jun 2025 00:30:00',
    '2025-06-01T00:30:00.0',
  ];
  const code = `import { dateOf } from ${JSON.stringify(new URL('fields.ts', import.meta.url).href)};
    console.log(JSON.stringify([...${JSON.stringify(times)}, '2025-06-01', 'June 1, 2025'].map(dateOf)));`;
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
    env: { ...process.env, TZ: 'Asia/Tokyo' },
  });
  expect(JSON.parse(said.toString())).toEqual([
    ...times.map(() => '2025-06-01T00:30:00.000Z'),
    ...['2025-06-01T00:00:00.000Z', '2025-06-01T00:00:00.000Z'],
  ]);
});
