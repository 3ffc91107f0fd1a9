import { expect, test } from '@jest/globals';
import { refusalText } from './refusal-text.ts';

test.each([
  [
    [{ path: 'seniority', message: 'Invalid option' }],
    'Choose another value of “Level” (seniority: Invalid option).',
  ],
  [
    [
      { path: 'source', message: 'x' },
      { path: 'origin', message: 'y' },
      { path: 'to', message: 'z' },
    ],
    'Choose another value of “Taken from” and “To” (source: x; origin: y; to: z).',
  ],
  [[{ path: 'description', message: 'is too long' }], null],
  [[{ path: 'constructor', message: 'x' }], null],
  [[], null],
])('the faults %j are said as %s', (faults, text) => expect(refusalText(faults)).toBe(text));
