import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { metricTable } from '@skillstream/contracts';
import { rulesFile } from '../../scripts/rules-file.ts';
import { objectives } from '../objectives/objectives.ts';
import { burns } from '../alerts/burn-alerts.ts';
import { ruleGroups } from './rule-groups.ts';
import { windows } from './windows.ts';

const UNIT_MS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** A text in which each number stands for itself, and what it is: of durations in milliseconds. */
const numbersOf = (text: string) => {
  const found: { value: number; duration: boolean }[] = [];
  const form = text.replaceAll(/(?<![\w.-])(\d+(?:\.\d+)?)(ms|[smhd])?(?![\w.])/g, (_, digits, unit) => {
    const size = unit ? UNIT_MS[unit as keyof typeof UNIT_MS] : 1;
    found.push({ value: Number(digits) * size, duration: unit !== undefined });
    return '#';
  });
  return { form, found };
};

const SCALE = 60;

test('rules at another scale have the same form: only times differ, and all of them by the scale', () => {
  const [real, fast] = [1, SCALE].map((scale) =>
    ruleGroups(scale).flatMap(({ interval, rules }) => [
      interval,
      ...rules.flatMap((rule) => [rule.expr, 'for' in rule ? (rule.for ?? '') : '']),
    ]),
  );
  expect(fast!.length).toBe(real!.length);
  let durations = 0;
  for (const [at, text] of real!.entries()) {
    const [one, other] = [numbersOf(text), numbersOf(fast![at]!)];
    expect(other.form).toBe(one.form);
    for (const [index, { value, duration }] of one.found.entries()) {
      const scaled = other.found[index]!;
      expect(scaled.duration).toBe(duration);
      expect(duration ? [value / SCALE] : [value / SCALE, value]).toContain(scaled.value);
      durations += duration ? 1 : 0;
    }
  }
  expect(durations).toBeGreaterThan(80);
  const names = (scale: number) =>
    ruleGroups(scale).map(({ name, rules }) => [
      name,
      rules.map((rule) => ('alert' in rule ? [rule.alert, rule.labels, rule.annotations] : rule.record)),
    ]);
  expect(names(SCALE)).toEqual(names(1));
});

test('what a threshold of time is compared with differs by the scale, too', () => {
  const behind = (scale: number) =>
    ruleGroups(scale)
      .flatMap(({ rules }) => rules)
      .find((rule) => 'alert' in rule && rule.alert === 'SkillstreamConsumerBehind')!.expr;
  expect(behind(1)).toMatch(/> 60$/);
  expect(behind(SCALE)).toMatch(/> 1$/);
});

test('the rule file is the one that the definitions make', () => {
  const file = readFileSync(new URL('../../generated/skillstream.rules.yaml', import.meta.url), 'utf8');
  expect(file).toBe(rulesFile());
});

test('burn rates are those of the Site Reliability Workbook: what they spend of a budget of 30 days', () => {
  const spent = Object.values(burns)
    .flat()
    .map(({ long, times }) => Number(((times * windows[long]) / windows['30d']).toPrecision(3)));
  expect(spent).toEqual([0.02, 0.05, 0.1, 0.1]);
  for (const { long, short } of Object.values(burns).flat())
    expect(windows[long] / windows[short]).toBeCloseTo(12);
});

test('the limit of each objective that is a time is a bucket of its histogram', () => {
  expect(metricTable.posting_counted_seconds.buckets).toContain(10);
  expect(metricTable.http_request_seconds.buckets).toContain(0.25);
  expect(objectives.map(({ id, target }) => [id, target])).toEqual([
    ['counted', 0.99],
    ['fast', 0.99],
    ['served', 0.999],
  ]);
});
