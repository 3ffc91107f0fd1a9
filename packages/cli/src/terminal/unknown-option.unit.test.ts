import { expect, test } from '@jest/globals';
import { filterOptions } from '../gateway/filters.ts';
import { readArgs } from './command.ts';

const options = { ...filterOptions, top: { type: 'string' } } as const;

test.each([
  ['--remote', "Unknown option '--remote': --workplace remote does that"],
  ['--jobs', "Unknown option '--jobs': --count jobs does that"],
  ['--limit=5', "Unknown option '--limit': --top does that"],
  ['--colour', "Unknown option '--colour'; --help names all"],
  ['-x', "Unknown option '-x'; --help names all"],
])('%s is answered by what was meant, where that is likely', (arg, message) => {
  expect(() => readArgs([arg], options)).toThrow(message);
});

test('an option that the command does not have is not proposed', () => {
  expect(() => readArgs(['--remote'], {})).toThrow("Unknown option '--remote'; --help names all");
});

test('what is wrong with the value of an option is said as it is', () => {
  expect(() => readArgs(['--top'], options)).toThrow("Option '--top <value>' argument missing");
});
