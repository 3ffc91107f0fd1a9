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
      return `has ${issue.keys.map((key) => `"${key}"`).join(', ')}, which is not known`;
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
const MOST_NAME_CHARS = 64;

/**
 * What is wrong with a file of sources, in plain words, with the name of the source where it has one.
 * @param value the file, as it was parsed
 */
export const faultText = (issue: Issue, value: unknown): string => {
  const [list, index, field] = issue.path;
  if (list !== 'sources' || typeof index !== 'number')
    return `${issue.path.join('.') || 'the file'}: ${whatIs(issue)}`;
  const name = at(at(at(value, 'sources'), index), 'name');
  const source =
    typeof name === 'string' && name !== ''
      ? `source ${name.slice(0, MOST_NAME_CHARS)}`
      : `source ${index + 1} of the list`;
  return field === undefined
    ? `${source}: it ${whatIs(issue)}`
    : `${source}: its ${String(field)} ${whatIs(issue)}`;
};
