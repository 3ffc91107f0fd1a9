import { expect, test } from '@jest/globals';
import { sourceOf } from '../matching/source.ts';
import { createLines, LINE_REACH } from './line.ts';

const far = 'word '.repeat(LINE_REACH / 5 + 1);

test.each([
  ['Go engineer\nWe use Kafka', 'Go', 'top', 'Go'],
  ['We hire\nExperience with Kafka', 'Kafka', 'line', 'Experience'],
  ['We hire\n- Experience with Kafka', 'Kafka', 'bullet', 'Experience'],
  ['We hire\n  • Kafka', 'Kafka', 'bullet', 'Kafka'],
  [`We hire\n${far}Kafka`, 'Kafka', 'line', ''],
  [`${far}Kafka`, 'Kafka', 'line', ''],
])('%j: the line of %s is a %s and begins with %j', (text, word, kind, first) => {
  const begin = createLines(sourceOf(text))(text.indexOf(word));
  expect(begin.kind).toBe(kind);
  expect(text.slice(begin.first.start, begin.first.end)).toBe(first);
});

test('places of one text in ascending order give the same results as each place alone', () => {
  const text = `Go engineer\n${far}Kafka\n\n- Experience with Rust, Go\nC\nand ${far}Java`;
  const source = sourceOf(text);
  const lineAt = createLines(source);
  for (const { index } of text.matchAll(/\w+/g)) expect(lineAt(index)).toEqual(createLines(source)(index));
});
