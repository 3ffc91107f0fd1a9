import { describe, expect, test } from '@jest/globals';
import type { ObjectiveId } from '@skillstream/contracts';
import { createEvaluation } from '@skillstream/observability';
import { runs, type Phase } from './rules/cases/burn-cases.ts';

const BEGAN = 1_750_000_000_000;
const at = (ms: number) => new Date(ms).toISOString();

/** A replica that has counted so many events of an objective. */
const replicaOf = (id: ObjectiveId, nowMs: number, events: number, errors: number) => ({
  ...({ service: 'gateway', replica: 'g' } as const),
  snapshot: {
    ...({ service: 'gateway', replica: 'g', version: '0.1.0', startedAt: at(BEGAN), at: at(nowMs) } as const),
    ...{ rates: { inPerSecond: 0, outPerSecond: 0 }, consumers: [], deadLetters: 0, dropped: 0 },
    objectives: { [id]: { events, errors } },
  },
});

/** The severities at which an alert on an objective fires after what promtool is given, too. */
const severitiesAfter = (id: ObjectiveId, name: string, phases: readonly Phase[]): string[] => {
  const evaluation = createEvaluation(BEGAN);
  let [nowMs, events, errors] = [BEGAN, 0, 0];
  const look = () => evaluation.look([replicaOf(id, nowMs, Math.round(events), Math.round(errors))], nowMs);
  look();
  for (const { minutes, perMinute, bad } of phases)
    for (let minute = 0; minute < minutes; minute += 1) {
      [nowMs, events, errors] = [nowMs + 60_000, events + perMinute, errors + perMinute * bad];
      look();
    }
  return evaluation
    .state()
    .alerts!.filter((alert) => alert.name === `Skillstream${name}`)
    .map(({ severity }) => severity)
    .sort();
};

// The same series as promtool's (test/rules/cases): whatever the rules say there, the gateway has to say.
describe.each([
  ['counted', 'CountedLate', 1],
  ['fast', 'AnswersSlow', 1],
  // A tenth of the budget of the others.
  ['served', 'RequestsFail', 0.1],
] as const)('%s', (id, name, part) => {
  test.each(runs)('where $name, the gateway fires what Prometheus does', ({ phases, page, ticket }) => {
    const own = phases.map((phase) => ({ ...phase, bad: phase.bad * part }));
    const expected = [...(page === null ? [] : ['page']), ...(ticket === null ? [] : ['ticket'])];
    expect(severitiesAfter(id, name, own)).toEqual(expected);
  });
});

test('some of these series fire and some do not', () => {
  expect(runs.filter(({ page }) => page !== null).length).toBeGreaterThan(1);
  expect(runs.filter(({ page }) => page === null).length).toBeGreaterThan(1);
});
