import { expect, test } from '@jest/globals';
import { LISTED_MS, noEventsText, noneSeenText } from './none-text.ts';
import { REPLAYED_MS } from './replay/recording.ts';

const sinceMs = Date.parse('2026-01-02T03:04:05Z');
const after = (ms: number, again = false) => ({ heard: { sinceMs, again }, timeMs: sinceMs + ms });

test('that there was nothing is said of no longer than the page was open', () => {
  expect(noEventsText(after(REPLAYED_MS))).toBe('Nothing in the last five minutes.');
  expect(noEventsText(after(REPLAYED_MS - 1))).toMatch(
    /^Nothing since this page was opened at .*\d:04:05.*, nor before, as far back as the gateway remembers\.$/,
  );
  expect(noneSeenText(after(LISTED_MS))).toBe('None was seen in the last minute.');
  expect(noneSeenText(after(LISTED_MS - 1))).toMatch(
    /^None was seen since this page was opened at .*\d:04:05/,
  );
});

test('nor of longer than since the gateway is heard again, as after a restart of it', () => {
  expect(noEventsText(after(REPLAYED_MS - 1, true))).toMatch(
    /^Nothing since this page hears the gateway again, .*\d:04:05.*, nor before, as far back as/,
  );
  expect(noneSeenText(after(LISTED_MS - 1, true))).toMatch(
    /^None was seen since this page hears the gateway again, .*\d:04:05/,
  );
  expect(noEventsText(after(REPLAYED_MS, true))).toBe('Nothing in the last five minutes.');
});
