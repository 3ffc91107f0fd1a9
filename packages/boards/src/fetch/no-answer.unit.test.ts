import { expect, test } from '@jest/globals';
import { noAnswerText } from './no-answer.ts';

const coded = (code: string) => Object.assign(new Error(`getaddrinfo ${code} boards.example`), { code });

test.each<[string, unknown, string]>([
  ['a name that is not known', coded('ENOTFOUND'), 'there is no answer from boards.example (name not found)'],
  ['nobody there', coded('ECONNREFUSED'), 'there is no answer from boards.example (nobody listens there)'],
  [
    'a server that is slow',
    new DOMException('The operation timed out', 'TimeoutError'),
    'there is no answer from boards.example (it takes too long)',
  ],
  ['something else', new Error('bad gzip'), 'boards.example cannot be read: bad gzip'],
  ['no error', 'x', 'boards.example cannot be read: x'],
  [
    'a code that is a property of every object',
    coded('constructor'),
    'boards.example cannot be read: getaddrinfo constructor boards.example',
  ],
])('of %s it is said in plain words why there is no answer', (_, cause, text) => {
  expect(noAnswerText('boards.example', cause)).toBe(text);
});
