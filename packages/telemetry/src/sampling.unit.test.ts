import { expect, test } from '@jest/globals';
import { createExtract } from './sampling.ts';

const headers = (flags: string) => ({
  traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-${flags}`,
  tracestate: 'vendor=1',
});
const sent = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16) };

test('a caller that is trusted is believed, whatever the ratio', () => {
  const extract = createExtract({ ratio: 0, trustsCallers: true });
  expect(extract(headers('01'))).toEqual({ ...sent, sampled: true, state: 'vendor=1' });
  expect(extract(headers('00'))).toEqual({ ...sent, sampled: false, state: 'vendor=1' });
});

test('of callers that are not, no more are sampled than the ratio, whatever trace ids they choose', () => {
  const dice = [0.1, 0.9, 0.24, 0.26];
  const extract = createExtract({ ratio: 0.25, trustsCallers: false, random: () => dice.shift()! });
  const found = [1, 2, 3, 4].map(() => extract(headers('01')));
  expect(found.map((one) => one!.sampled)).toEqual([true, false, true, false]);
  expect(found[0]).toEqual({ ...sent, sampled: true });
});

test('a caller that does not want to be sampled is not, at a ratio of 1 either', () => {
  expect(createExtract({ ratio: 1, trustsCallers: false })(headers('00'))).toEqual({
    ...sent,
    sampled: false,
  });
});

test('without a context there is none', () => {
  expect(createExtract({ ratio: 1, trustsCallers: true })({})).toBeNull();
});
