import { expect, test } from '@jest/globals';
import { compareQuery, demandQuery } from '@skillstream/contracts';
import { issuesOf } from '@skillstream/errors';
import { issueLine, type Typed } from './issue-line.ts';

const roles =
  'backend, frontend, fullstack, mobile, data, ml, devops, security, qa, embedded, management, other';
const refused = (typed: Typed) =>
  issuesOf(demandQuery.safeParse(typed).error!).map((issue) => issueLine(issue, typed));

test('a value that an option does not have is said with the option and the values that there are', () => {
  expect(refused({ role: 'backnd' })).toEqual([`  --role "backnd": expected one of ${roles}`]);
  expect(refused({ role: 'backend', country: 'xx', via: 'air' })).toEqual([
    '  --country "xx": an ISO 3166-1 alpha-2 code, like DE',
    '  --via "air": expected one of views, facts',
  ]);
  expect(refused({ country: 'UK' })).toEqual([
    '  --country "UK": an ISO 3166-1 alpha-2 code, which is GB here',
  ]);
});

test('and so is a word that is none of the sides there are', () => {
  const [issue] = issuesOf(compareQuery.safeParse({ by: 'role', a: 'x'.repeat(101), b: 'b' }).error!);
  expect(issueLine(issue!, { a: 'x'.repeat(101) })).toMatch(
    /^ {2}A "x{1,40}…?": has more than 100 characters$/,
  );
  const message = 'is no role: Invalid option: expected one of "backend"|"qa"';
  expect(issueLine({ path: 'b', message }, { b: 'backnd' })).toBe(
    '  B "backnd": is no role: expected one of backend, qa',
  );
});

test('a field that nobody typed has its own name, and nothing in a line is obeyed by a terminal', () => {
  expect(issueLine({ path: 'salary.min', message: 'is no number' })).toBe('  salary.min: is no number');
  expect(issueLine({ path: 'constructor', message: '' }, {})).toBe('  constructor: ');
  expect(issueLine({ path: '', message: 'is not JSON' }, {})).toBe('  is not JSON');
  expect(issueLine({ path: 'role', message: 'a\u001b[2J' }, { role: '\u001b[2J' })).toBe(
    '  --role "\\u{1b}[2J": a\\u{1b}[2J',
  );
});
