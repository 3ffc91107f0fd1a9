import { expect, test } from '@jest/globals';
import { refusedLines } from './refused-lines.ts';

test('each line that was refused has its own issues, and one whose reasons were left out says so', () => {
  const faults = [
    { path: '0.title', message: 'is missing' },
    { path: '0.url', message: 'is no address' },
    { path: '2', message: 'is not JSON' },
    { path: '', message: '7 more' },
  ];
  const withoutReasons = [{ path: '', message: 'was refused; only issues of other lines were reported' }];
  expect(refusedLines(3, faults)).toEqual([
    {
      ...{ line: 1, status: 'rejected' },
      faults: [
        { path: 'title', message: 'is missing' },
        { path: 'url', message: 'is no address' },
      ],
    },
    { line: 2, status: 'rejected', faults: withoutReasons },
    { line: 3, status: 'rejected', faults: [{ path: '', message: 'is not JSON' }] },
  ]);
});
