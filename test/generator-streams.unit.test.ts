import { expect, test } from '@jest/globals';
import { MOST_OPEN } from '../packages/cli/src/generate/open-loop.ts';
import { STREAMS } from '../services/ingestion/src/http/limits.ts';

test('a generator opens fewer requests than the streams that ingestion allows a caller, so that none is refused', () => {
  expect(MOST_OPEN).toBeLessThan(STREAMS.mostOfOne);
});
