import { execFileSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { shellOf, type ShellChange } from './shell-of.ts';

const run = (lines: string[], change?: ShellChange): string =>
  execFileSync('bash', ['-c', shellOf(lines, change)], { encoding: 'utf8', stdio: 'pipe', timeout: 60_000 });

test('commands run in their order, over several lines each', () => {
  expect(run(['a=1', 'echo \\', '  "$a"', 'echo 2 |', '  cat'])).toBe('1\n2\n');
});

test('the first that fails ends the script, also within a pipe', () => {
  expect(() => run(['false', 'echo 1'])).toThrow('Command failed');
  expect(() => run(['false | cat', 'echo 1'])).toThrow('Command failed');
});

test('what is left out is left out with the lines that continue it, what is replaced is replaced everywhere', () => {
  const lines = ['kind load \\', '  images', 'echo FILE FILE'];
  expect(run(lines, { leaveOut: ['kind '], replace: { FILE: 'a b' } })).toBe('a b a b\n');
});

test('what does not end by itself is ended after the others, once it has answered', () => {
  const endless = [{ begins: 'sleep 1000', answers: 'kill -0 -- "-$endless_0"' }];
  expect(run(['sleep 1000 # until Ctrl-C', 'echo "${endless_0:+it runs}"'], { endless })).toBe('it runs\n');
});

test('what never answers, since it has ended, ends the script', () => {
  const endless = [{ begins: 'true', answers: 'false' }];
  expect(() => run(['true', 'echo 1'], { endless })).toThrow('Command failed');
});

test.each<[ShellChange, string]>([
  [{ leaveOut: ['kind '] }, 'kind '],
  [{ replace: { FILE: 'a' } }, 'FILE'],
  [{ endless: [{ begins: 'sleep', answers: 'true' }] }, 'sleep'],
])('a change that a page no longer has is an error: %j', (change, named) => {
  expect(() => shellOf(['echo 1'], change)).toThrow(`the commands have no ${named}`);
});
