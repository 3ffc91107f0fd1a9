import { expect, test } from '@jest/globals';
import { detect } from './detect.ts';
import { readFile } from './testing.ts';

test.each([
  ['{"@type": "JobPosting",\n "title": "Dev"}', 'object'],
  ['{ "title": "Dev",\n  "text": "a" }\n', 'object'],
  ['{ "tags": [\n  "a" ],\n "text": "b" }\n', 'object'],
  ['{\n"title": "Dev" }', 'object'],
  ['{"title": "Dev"}\n{"title": "Mate"}', 'lines'],
  ['{"title": "Dev"}\n"title": "Mate"}', 'lines'],
  ['{"title": "De\n{"title": "Mate"}', 'lines'],
  ['{"title": "De', 'lines'],
])('the layout of %j is %s', (text, layout) => {
  expect(detect(text, true)).toMatchObject({ kind: 'json', layout: { kind: layout } });
});

test('one object of JSON is one posting, however its lines are broken', async () => {
  const { postings } = await readFile('{"id": 1, "title": "Dev",\n "text": "a"}\n');
  expect(postings).toMatchObject([{ sourceId: '1', title: 'Dev', description: 'a' }]);
});
