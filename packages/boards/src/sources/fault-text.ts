import { sourceName } from '@skillstream/contracts';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

const at = (value: unknown, key: PropertyKey | undefined): unknown =>
  typeof value === 'object' && value !== null && key !== undefined
    ? (value as Record<PropertyKey, unknown>)[key]
    : undefined;

const whatIs = (issue: Issue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? 'is missing'
        : `has to be ${kinds[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return `has to be ${issue.minimum} at least`;
    case 'too_big': {
      const isNumber = issue.origin === 'number' || issue.origin === 'int';
      const units = issue.origin === 'array' ? 'entries' : 'characters';
      return isNumber ? `may be ${issue.maximum} at most` : `has over ${issue.maximum} ${units}`;
    }
    case 'unrecognized_keys':
      return `has ${keyText(issue.keys[0]!)}, which is not known`;
    case 'invalid_format':
      return issue.path.at(-1) === 'name' ? `takes ${issue.message}` : issue.message;
    default:
      return issue.message;
  }
};
const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an entry with a name and an address',
};
// What does not look like one may be a value that stands in the wrong place, and values are secrets at times.
const KEY = /^[A-Za-z][A-Za-z_-]{0,29}$/;
const keyText = (key: string): string => (KEY.test(key) ? `"${key}"` : 'a key');

/**
 * What is wrong with a file of sources, in plain words, with the name of the source where it has one. No value of the
 * file is quoted: an address may hold a token.
 * @param value the file, as it was parsed
 */
export const faultText = (issue: Issue, value: unknown): string => {
  const [list, index, field] = issue.path;
  if (list !== 'sources' || typeof index !== 'number')
    return `${issue.path.join('.') || 'the file'}: ${whatIs(issue)}`;
  const name = sourceName.safeParse(at(at(at(value, 'sources'), index), 'name'));
  const source = name.success ? `source ${name.data}` : `source ${index + 1} of the list`;
  return field === undefined
    ? `${source}: it ${whatIs(issue)}`
    : `${source}: its ${String(field)} ${whatIs(issue)}`;
};
