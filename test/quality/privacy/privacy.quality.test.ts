import { beforeAll, expect, test } from '@jest/globals';
import { measurePrivacy } from './measure-privacy.ts';

let measured: Awaited<ReturnType<typeof measurePrivacy>>;
beforeAll(async () => {
  measured = await measurePrivacy();
  process.stdout.write(`figure: ${JSON.stringify(measured)}\n`);
});

test.each([
  ['email', 'planted'],
  ['phone', 'planted'],
  ['email', 'plantedOtherwise'],
  ['phone', 'plantedOtherwise'],
] as const)('at least 99 of 100 planted contacts (%s, %s) are masked', (kind, forms) => {
  const { of, missed } = measured[forms][kind];
  expect(of).toBeGreaterThan(3000);
  expect(missed / of).toBeLessThan(0.01);
});

test('of what was found by reading at most one in ten is missed, and at most one in twenty masks is wrong', () => {
  expect(measured.labelled).toBe(120);
  const all = Object.values(measured.found);
  const sum = (field: 'right' | 'missed' | 'wrong') => all.reduce((total, one) => total + one[field], 0);
  expect(sum('missed') / (sum('right') + sum('missed'))).toBeLessThan(0.1);
  expect(sum('wrong') / (sum('right') + sum('wrong'))).toBeLessThan(0.05);
});

// Whoever read all 912 masks of names on 2026-12-03 found nine that are none: more masks are more names.
test('texts without contacts stay as they are: of a hundred hardly one has a masked number, and two or so a name', () => {
  const { phone, name } = measured.found;
  expect(phone.texts / measured.texts).toBeLessThan(0.002);
  expect(name.texts / measured.texts).toBeLessThan(0.025);
});
