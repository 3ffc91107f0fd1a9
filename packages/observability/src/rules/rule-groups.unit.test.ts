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

const rulesAt = (scale: number) =>
  ruleGroups(scale).flatMap(({ rules }) =>
    rules.map((rule) => ({
      name: 'alert' in rule ? rule.alert.replace('Skillstream', '') : 'recorded',
      text: `${rule.expr} for ${'for' in rule ? (rule.for ?? '') : ''}`,
    })),
  );

// Numbers without a unit that are no times: shares, counts, and what takes its own time. Zero is one everywhere.
const noTimes = {
  recorded: [10],
  CountedLate: [0.144, 10, 0.06, 0.03, 0.01],
  AnswersSlow: [0.144, 10, 0.06, 0.03, 0.01],
  RequestsFail: [0.0144, 10, 0.006, 0.003, 0.001],
  LedgerUnbalanced: [3],
  LedgerUnknown: [2],
  LagUnknown: [3],
  OutboxUnknown: [1],
  RelayWithoutProgress: [1],
  TokensRefused: [50, 5, 6],
  EventLoopBlocked: [0.25],
  BoardNotRead: [3],
};

test.each([10, 60, 100])(
  'rules %d times as fast have the same form: only times differ, and all of them by the scale',
  (scale) => {
    const [real, fast] = [rulesAt(1), rulesAt(scale)];
    expect(fast.length).toBe(real.length);
    let durations = 0;
    const stays: Record<string, Set<number>> = {};
    for (const [at, { name, text }] of real.entries()) {
      const [one, other] = [numbersOf(text), numbersOf(fast[at]!.text)];
      expect(other.form).toBe(one.form);
      for (const [index, { value, duration }] of one.found.entries()) {
        const scaled = other.found[index]!;
        expect(scaled.duration).toBe(duration);
        durations += duration ? 1 : 0;
        if (duration || scaled.value !== value) expect(scaled.value).toBeCloseTo(value / scale, 9);
        else if (value !== 0) (stays[name] ??= new Set()).add(value);
      }
    }
    expect(Object.fromEntries(Object.entries(stays).map(([name, values]) => [name, [...values]]))).toEqual(
      noTimes,
    );
    expect(durations).toBeGreaterThan(80);
    const names = (one: number) =>
      ruleGroups(one).map(({ name, rules }) => [
        name,
        rules.map((rule) => ('alert' in rule ? [rule.alert, rule.labels, rule.annotations] : rule.record)),
      ]);
    expect(names(scale)).toEqual(names(1));
    const every = (one: number) => ruleGroups(one).map(({ interval }) => numbersOf(interval).found[0]!.value);
    expect(every(scale)).toEqual(every(1).map((ms) => ms / scale));
  },
);

test('what a threshold of time is compared with differs by the scale, too', () => {
  const behind = (scale: number) =>
    ruleGroups(scale)
      .flatMap(({ rules }) => rules)
      .find((rule) => 'alert' in rule && rule.alert === 'SkillstreamConsumerBehind')!.expr;
  expect(behind(1)).toMatch(/> 60$/);
  expect(behind(60)).toMatch(/> 1$/);
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
