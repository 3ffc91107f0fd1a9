import { expect, test } from '@jest/globals';
import type { ObjectivesState } from '@skillstream/contracts';
import { objectivesText } from './objectives-text.ts';

const AT = '2026-01-02T03:04:05.678Z';
const burn = (times: number | null) => [{ window: '5m', knownSeconds: 60, events: 0, errors: 0, times }];
const state = (more: Partial<ObjectivesState>): ObjectivesState => ({
  since: AT,
  objectives: [
    { id: 'counted', title: 'Counted', target: 0.99, budgetLeft: 0, burn: burn(0) },
    { id: 'fast', title: 'Fast', target: 0.99, budgetLeft: null, burn: burn(null) },
  ],
  lags: [
    { group: 'tagging', oldestSeconds: 0 },
    { group: 'facts', oldestSeconds: null },
  ],
  ...{ alerts: [], notEvaluated: [], ...more },
});
/** The cells of the row that a name is in. */
const cellsOf = (text: string, name: string) => {
  const line = text.split('\n').find((one) => one.includes(name)) ?? '';
  return line.split('│').flatMap((cell) => cell.trim() || []);
};

test('what is not known is said, and is neither 0 nor that nothing fires', () => {
  const text = objectivesText(state({}));
  expect(cellsOf(text, 'Counted')).toEqual(['Counted', '0.0 %', '0.0×']);
  expect(cellsOf(text, 'Fast')).toEqual(['Fast', 'not known', 'not known']);
  expect(cellsOf(text, 'tagging')).toEqual(['tagging', '0 s']);
  expect(cellsOf(text, 'facts')).toEqual(['facts', 'not known']);
  expect(text).toContain('no alert fires in the 1 min 00 s that are known');
  expect(objectivesText(state({ alerts: null }))).toContain('which alerts fire is not known');
});

test('an overspent budget has nothing left, and a window that knows no more than the one before says nothing', () => {
  const [short] = burn(19.08);
  const objective = { id: 'counted', title: 'Counted', target: 0.99, budgetLeft: -18.08 } as const;
  const text = objectivesText(
    state({ objectives: [{ ...objective, burn: [short!, { ...short!, window: '6h' }] }] }),
  );
  expect(cellsOf(text, 'Counted')).toEqual(['Counted', 'none, spent 19.1×', '19.1×', '–']);
});

test('an alert that fires has what it is about, and where to read what to do', () => {
  const alert = {
    ...({ name: 'SkillstreamServiceDown', severity: 'page', summary: 'No replica answers' } as const),
    ...{ subject: 'tag\u001b[31mging', since: AT, runbook: '/runbooks/service-down' },
  };
  const text = objectivesText(state({ alerts: [alert] }));
  expect(text).toContain(`page: No replica answers (tag`);
  expect(text).toContain(`since ${AT}; what to do: /runbooks/service-down`);
  expect(text).not.toContain('\u001b');
  expect(text).not.toContain('no alert fires');
});
