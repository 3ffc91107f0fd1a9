import { readFileSync } from 'node:fs';
import { afterEach, expect, jest, test } from '@jest/globals';
import { appError } from '@skillstream/errors';
import { readAtStart } from './read-at-start.ts';

afterEach(() => void jest.restoreAllMocks());

const printed = (read: () => unknown): string => {
  const lines: string[] = [];
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  jest.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`exit ${code}`);
  });
  expect(() => readAtStart(read)).toThrow('exit 78');
  return lines.join('');
};

test('what can be read is given', () => expect(readAtStart(() => 7)).toBe(7));

test('a faulty file ends the process with its fault alone, and no stack', () => {
  const text = printed(() => {
    throw appError('misconfigured', 'a.yaml: claims.0: is no claim');
  });
  expect(text).toBe('config: a.yaml: claims.0: is no claim\n');
});

test('a file that is not there is named', () => {
  expect(printed(() => readFileSync('/no/such/file'))).toMatch(/^config: .*ENOENT.*\/no\/such\/file'\n$/);
});

test('a fault of our own is thrown on with its stack', () => {
  const bug = new TypeError('x is not a function');
  expect(() =>
    readAtStart(() => {
      throw bug;
    }),
  ).toThrow(bug);
});
