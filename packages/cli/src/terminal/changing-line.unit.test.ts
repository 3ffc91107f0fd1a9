import { expect, test } from '@jest/globals';
import { createChangingLine } from './changing-line.ts';

const written = (isTTY: boolean) => {
  let [text, nowMs] = ['', 0];
  const out = { isTTY, columns: 10, write: (part: string) => (text += part) };
  const line = createChangingLine(out, () => nowMs);
  for (nowMs = 0; nowMs <= 11_000; nowMs += 1000) line.show(`${nowMs / 1000} of 11 seconds`);
  line.end();
  return text;
};

test('a terminal has one line, no wider than itself, and none at the end', () => {
  const text = written(true);
  expect(text).not.toContain('\n');
  expect(text.split('\r\u001b[2K').slice(1)).toEqual([
    ...Array.from({ length: 12 }, (_, second) => `${second} of 11 seconds`.slice(0, 9)),
    '',
  ]);
});

test('elsewhere there is a line every five seconds', () => {
  expect(written(false)).toBe('5 of 11 seconds\n10 of 11 seconds\n');
});
