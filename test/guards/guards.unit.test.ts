import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { guards } from './guards.ts';

const root = join(import.meta.dirname, '../..');

test.each(guards)('$name: stands once in its file, so that it can be taken out', ({ file, text }) => {
  expect(readFileSync(join(root, file), 'utf8').split(text)).toHaveLength(2);
});
