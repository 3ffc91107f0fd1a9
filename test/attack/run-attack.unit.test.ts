import { describe, expect, test } from '@jest/globals';
import { groupFindings } from './finding.ts';
import { generate } from './generate.ts';
import { report } from './report.ts';
import { passed, type AttackResult } from './run-attack.ts';

const found = { kind: 'status 500', about: 'GET /v1/demand', detail: 'x', numbers: [2] };
const result = (more: Partial<AttackResult> = {}): AttackResult => ({
  seed: 9,
  findings: [],
  missing: [],
  unmade: 0,
  rows: [{ operation: 'GET /v1/demand', requests: 3, ends: { '200': 2, '500': 1 }, worstMs: 12 }],
  costs: [{ service: 'tagging', worstBlockMs: 260, blocks: 4, peak: 2 ** 28, limit: 2 ** 29 }],
  ...{ good: 1, postings: 2, deadLetters: 0, healthChecks: 5 },
  ...more,
});

describe('a run passes', () => {
  test.each<[string, Partial<AttackResult>, boolean]>([
    ['when nothing was found', {}, true],
    ['not when something was', { findings: groupFindings([found]) }, false],
    ['not when an operation was never asked', { missing: ['GET /v1/live'] }, false],
    ['not when an attack was never made', { unmade: 1 }, false],
  ])('%s', (_when, more, expected) => expect(passed(result(more))).toBe(expected));
});

test('findings of the same kind about the same thing are told once, with their number and requests', () => {
  const other = { ...found, numbers: [3], detail: 'y' };
  const { kind, about } = found;
  expect(groupFindings([found, other, { ...found, about: 'x' }])).toEqual([
    { kind, about, details: ['x', 'y'], numbers: [2, 3], times: 2 },
    { kind, about: 'x', details: ['x'], numbers: [2], times: 1 },
  ]);
});

test('a report shows each operation, what each service took, and the requests of a finding as they were sent', () => {
  const text = report(result({ findings: groupFindings([found]), missing: ['GET /v1/live'] }));
  const requests = generate(9);
  requests.next();
  const { operation, attack } = requests.next().value!;
  expect(text).toMatch(/GET \/v1\/demand +3 +12 ms +200: 2, 500: 1/);
  expect(text).toMatch(/tagging +260 ms +4 +256 MiB +512 MiB/);
  expect(text).toContain('FOUND status 500, 1 times: GET /v1/demand\n  x\n');
  expect(text).toContain(`#2 ${operation}, ${attack}: {`);
  expect(text).toContain('NEVER ASKED GET /v1/live');
});
