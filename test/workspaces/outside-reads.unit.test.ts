import { expect, test } from '@jest/globals';
import { outsideReads } from './outside-reads.ts';

const path = 'packages/cli/src/input/rows.ts';

test.each([
  ["import { a } from '../../../runtime/src/a.ts';", ['packages/runtime/src/a.ts']],
  ["new URL('../../../../docs/walk.md', import.meta.url)", ['docs/walk.md']],
  ["join(import.meta.dirname, '../../..', 'client/generated/api.ts')", ['packages']],
  ['readFileSync(`../../../contracts/package.json`)', ['packages/contracts/package.json']],
  ["import { b } from '../b.ts'; import { c } from './c.ts'; join(here, '../..')", []],
  ["import { d } from '@skillstream/runtime'; const range = '1...2';", []],
])('%s leads out of its workspace to %j', (text, expected) => {
  expect(outsideReads(path, text)).toEqual(expected);
});
