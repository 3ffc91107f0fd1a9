import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { prepareKubeScore } from './prepare-kube-score.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'skillstream-kube-score-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Prepares it with this script for Go. */
const prepare = (script: string | null) => {
  const bin = mkdtempSync(join(folder, 'bin-'));
  if (script !== null) writeFileSync(join(bin, 'go'), `#!/bin/sh\n${script}\n`);
  if (script !== null) chmodSync(join(bin, 'go'), 0o755);
  const path = script === null ? bin : `${bin}:${process.env['PATH']}`;
  return prepareKubeScore(() => undefined, join(folder, 'cache'), path);
};
const kept = () => readdirSync(join(folder, 'cache'));

test('without Go the error says what to install, and nothing is left behind', () => {
  expect(() => prepare(null)).toThrow('needs Go on the PATH');
  expect(kept()).toEqual([]);
});

test('a build that fails says why, and the next run builds again', () => {
  expect(() => prepare('echo "no network" >&2; exit 1')).toThrow('no network');
  expect(readFileSync(prepare('echo built > "$GOBIN/kube-score"'), 'utf8')).toBe('built\n');
});

test('it is built once', () => {
  const program = prepare('echo built > "$GOBIN/kube-score"');
  expect(prepare('exit 1')).toBe(program);
});

test('of two runs that build it at once both use what was ready first', () => {
  const first = 'final="${GOBIN%-*}"; mkdir "$final" && echo first > "$final/kube-score"';
  const program = prepare(`${first}; echo second > "$GOBIN/kube-score"`);
  expect(readFileSync(program, 'utf8')).toBe('first\n');
  expect(kept().map((name) => join(folder, 'cache', name))).toEqual([dirname(program)]);
});
