import { expect, test } from '@jest/globals';
import { isStrongMatch } from './is-strong-match.ts';

test.each([
  ['Go', { skillId: 'go', label: 'Go' }, true],
  ['.net', { skillId: 'dotnet', label: '.NET' }, true],
  ['golang', { skillId: 'go', label: 'Go', matched: 'golang' }, true],
  [' post ', { skillId: 'postgresql', label: 'PostgreSQL' }, true],
  ['sql', { skillId: 'postgresql', label: 'PostgreSQL' }, false],
  ['python', { skillId: 'asynchronous-programming', label: 'Async', matched: 'async Python' }, false],
  [' ', { skillId: 'go', label: 'Go' }, false],
])('“%s” opens %j without a choice: %s', (text, skill, strong) =>
  expect(isStrongMatch(text, skill)).toBe(strong),
);
