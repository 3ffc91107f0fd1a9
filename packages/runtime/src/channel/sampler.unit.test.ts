import { expect, test } from '@jest/globals';
import { createSampler } from './sampler.ts';

/** The ids that are chosen of so many a second, in each of some seconds. */
const chosenOf = (perSecond: number, alone = () => false) => {
  const clock = { ms: 0 };
  const chosen = createSampler(() => clock.ms);
  const found: string[][] = [];
  for (let second = 0; second < 20; second += 1) {
    const ids = Array.from({ length: perSecond }, (_, n) => `posting-${second}-${n}`);
    found.push(ids.filter((id) => chosen(id, alone())));
    clock.ms += 1000;
  }
  return found;
};

test('where little happens everything is seen', () => {
  expect(chosenOf(10).map((ids) => ids.length)).toEqual(Array(20).fill(10));
});

test('where much happens it is a sample of about so many a second, and never more than the bound', () => {
  for (const perSecond of [100, 1000, 10_000]) {
    const counts = chosenOf(perSecond)
      .slice(1)
      .map((ids) => ids.length);
    expect(Math.max(...counts)).toBeLessThanOrEqual(40);
    const mean = counts.reduce((sum, one) => sum + one, 0) / counts.length;
    expect(mean).toBeGreaterThan(3);
    expect(mean).toBeLessThan(15);
  }
});

test('a replica with more postings chooses of the same ones a part of what another chooses', () => {
  const chooser = (load: number) => {
    const clock = { ms: 0 };
    const chosen = createSampler(() => clock.ms);
    for (let n = 0; n < load; n += 1) chosen(`load-${n}`, false);
    clock.ms += 1000;
    return chosen;
  };
  const [calm, busy] = [chooser(300), chooser(1200)];
  const ids = Array.from({ length: 250 }, (_, n) => `posting-${n}`);
  const [ofCalm, ofBusy] = [calm, busy].map((chosen) => ids.filter((id) => chosen(id, false)));
  expect(ofCalm).toEqual(expect.arrayContaining(ofBusy!));
  expect(ofBusy!.length).toBeLessThan(ofCalm!.length);
});

test('a posting that was sent alone is seen under load, too, within the same bound', () => {
  let n = 0;
  const counts = chosenOf(1000, () => (n += 1) % 100 === 0).map((ids) => ids.length);
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(10);
  expect(Math.max(...chosenOf(1000, () => true).map((ids) => ids.length))).toBe(40);
});
