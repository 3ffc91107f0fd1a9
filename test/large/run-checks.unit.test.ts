import { expect, test } from '@jest/globals';
import { checksOf } from './run-checks.ts';

const run = { peakBytes: 200, progress: [{ share: 0.5, rows: 48 }] };

test.each<[string, Partial<typeof run>, [boolean, boolean]]>([
  ['as it should be', {}, [true, true]],
  ['of which no memory was measured', { peakBytes: 0 }, [false, true]],
  ['that took too much', { peakBytes: 300 }, [false, true]],
  ['that said nothing of its progress', { progress: [] }, [true, false]],
  ['whose progress was wrong', { progress: [{ share: 0.5, rows: 40 }] }, [true, false]],
])('a run %s', (_name, more, expected) => {
  expect(checksOf({ ...run, ...more }, 100, 300).map(({ holds }) => holds)).toEqual(expected);
});
