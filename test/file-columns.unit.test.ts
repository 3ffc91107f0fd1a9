import { expect, test } from '@jest/globals';
import { fields } from '../packages/files/src/mapping/field.ts';
import { namesOf } from '../packages/files/src/mapping/names.ts';
import { readText } from './docs/project.ts';

test('docs/files.md lists the names of columns as the code has them', () => {
  const listed = readText('docs/files.md')
    .split('\n')
    .filter((line) => /^- `[a-z]\w+`: /i.test(line));
  expect(listed).toEqual(fields.map((field) => `- \`${field}\`: ${namesOf[field]}`));
});
