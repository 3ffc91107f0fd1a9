import { expect, test } from '@jest/globals';
import { pages, type Fault, type Stage } from './fault.ts';
import { findingsOf } from './results.ts';
import { runFault } from './run-fault.ts';

const limits = { firesMs: 60_000, clearsMs: 60_000, restMs: 60_000, calmMs: 10, lookEveryMs: 1 };
const SOON_MS = 100;

/** A Prometheus by which these alerts fire, with everything caught up; `once` those that clear when they were seen. */
const stageWith = (firing: Set<string>, once: readonly string[] = []) =>
  ({
    platform: { settled: async () => undefined },
    prometheus: {
      query: async (expr: string) => {
        if (!expr.startsWith('ALERTS')) return [{ labels: {}, value: 1 }];
        const found = [...firing].map((alertname) => ({ labels: { alertname, severity: 'page' }, value: 1 }));
        for (const name of once) firing.delete(name);
        return found;
      },
    },
  }) as unknown as Stage;

const down = 'SkillstreamServiceDown';
const late = 'SkillstreamCountedLate';
/** @param effects what happens when it is made, and when it is undone */
const faultOf = (effects: { made: () => unknown; undone: () => unknown }): Fault => ({
  ...{ name: 'some', what: 'something', quiet: true },
  ...{ fires: pages('ServiceDown'), afterwards: pages('CountedLate') },
  make: async () => {
    effects.made();
    return effects.undone;
  },
});

const made = async (...given: Parameters<typeof runFault>) => {
  const result = await runFault(...given);
  if (typeof result === 'string') throw new Error(result);
  return result;
};

test('a fault whose own alert fires already is not made: nobody could say that it was this', async () => {
  const makes: string[] = [];
  const fault = faultOf({ made: () => makes.push('made'), undone: () => undefined });
  const firing = new Set([down]);
  const result = await runFault(fault, stageWith(firing), { ...limits, clearsMs: SOON_MS });
  expect([result, makes]).toEqual(['some was not made: its own alerts fire already', []]);
});

test('an alert that fires with the fault and clears with its end, and one that follows it, are no finding', async () => {
  const firing = new Set<string>();
  const makes = () => firing.add(down).add('SkillstreamOther');
  const undone = () => {
    firing.clear();
    firing.add(late);
  };
  const result = await made(faultOf({ made: makes, undone }), stageWith(firing, [late]), limits);
  expect(findingsOf(result)).toEqual([]);
  expect(result.rows.map(({ alert, isAfterwards }) => [alert, isAfterwards])).toEqual([
    [`${down} (page)`, false],
    [`${late} (page)`, true],
  ]);
  expect(result).toMatchObject({ also: ['SkillstreamOther (page)'], left: [] });
});

test('an alert that does not fire is a finding, and the fault is undone all the same', async () => {
  const firing = new Set<string>();
  const fault = faultOf({ made: () => undefined, undone: () => firing.add(late) });
  const result = await made(fault, stageWith(firing, [late]), { ...limits, firesMs: SOON_MS });
  expect(findingsOf(result)).toEqual([`some: ${down} (page) did not fire`]);
});

test('an alert that does not clear is a finding', async () => {
  const firing = new Set<string>();
  const fault = faultOf({ made: () => firing.add(down), undone: () => firing.add(late) });
  const result = await made(fault, stageWith(firing), { ...limits, clearsMs: SOON_MS, restMs: SOON_MS });
  expect(findingsOf(result)).toEqual([
    `some: ${late} (page) did not clear`,
    `some: ${down} (page) did not clear`,
  ]);
});

test('what fired before is none of a fault, whether it goes on or not', async () => {
  const firing = new Set(['SkillstreamOther']);
  const fault = faultOf({ made: () => firing.add(down), undone: () => firing.add(late) });
  const result = await made(fault, stageWith(firing, [down, late]), limits);
  expect([findingsOf(result), result.left]).toEqual([[], []]);
});
