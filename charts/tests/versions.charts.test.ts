import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import {
  chartsNow,
  faultsSince,
  isAfter,
  lastState,
  versionFaults,
  type Charts,
} from '../scripts/chart-versions.ts';
import { chartsCopy } from './config.ts';
import { charts } from './set-up.ts';

test('every chart that changed since the last release, or on this branch, has a new version', () => {
  const commit = lastState();
  // Without history there is nothing to compare: a copy of the sources alone.
  expect(commit === null ? [] : faultsSince(commit)).toEqual([]);
});

test('every chart packs the charts beside it as they are', () => {
  expect(versionFaults({}, chartsNow(), [])).toEqual([]);
});

type Lock = { dependencies: object[]; digest: string };
test.each(charts)('Chart.lock of %s is what helm makes of its Chart.yaml', (chart) => {
  const lockOf = (folder: string) => parse(readFileSync(join(folder, chart, 'Chart.lock'), 'utf8')) as Lock;
  const { dependencies, digest } = lockOf(join(import.meta.dirname, '..'));
  expect({ dependencies, digest }).toEqual({
    dependencies: lockOf(chartsCopy.folder()).dependencies,
    digest: lockOf(chartsCopy.folder()).digest,
  });
});

const at = (common: string, gateway: string, packed = common): Charts => ({
  common: { version: common, dependencies: {} },
  gateway: { version: gateway, dependencies: { common: packed } },
});
const template = 'charts/gateway/templates/service.yaml';

describe('a chart', () => {
  test.each<[string, Charts, Charts, string[]]>([
    ['that nobody changed keeps its version', at('0.1.0', '0.1.0'), at('0.1.0', '0.1.0'), []],
    ['that changed has a new one', at('0.1.0', '0.1.0'), at('0.1.0', '0.2.0'), [template]],
    [
      'whose test values changed keeps it',
      at('1.0.0', '1.0.0'),
      at('1.0.0', '1.0.0'),
      ['charts/gateway/ci/a.yaml'],
    ],
    ['that is new has any', { common: at('1.0.0', '1.0.0')['common']! }, at('1.0.0', '0.1.0'), [template]],
    [
      'is none in a folder of tests',
      at('1.0.0', '1.0.0'),
      at('1.0.0', '1.0.0'),
      ['charts/README.md', 'charts/tests/a.ts'],
    ],
  ])('%s', (_what, before, now, changed) => {
    expect(versionFaults(before, now, changed)).toEqual([]);
  });

  test.each<[string, Charts, Charts, string[], string[]]>([
    [
      'that changed and is called as before',
      at('0.1.0', '0.1.0'),
      at('0.1.0', '0.1.0'),
      [template],
      ['charts/gateway has changed, and its version is 0.1.0 after 0.1.0'],
    ],
    [
      'that changed and goes back',
      at('0.1.0', '0.10.0'),
      at('0.1.0', '0.9.0'),
      [template],
      ['charts/gateway has changed, and its version is 0.9.0 after 0.10.0'],
    ],
    [
      'whose library changed, which it packs as it was',
      at('0.1.0', '0.1.0'),
      at('0.2.0', '0.1.0', '0.1.0'),
      ['charts/common/templates/_names.tpl', 'charts/common/Chart.yaml'],
      ['charts/gateway packs common 0.1.0, which is 0.2.0'],
    ],
    [
      'that packs another version of its library, under its old name',
      at('0.1.0', '0.1.0'),
      at('0.2.0', '0.1.0'),
      ['charts/common/Chart.yaml', 'charts/gateway/Chart.yaml'],
      ['charts/gateway has changed, and its version is 0.1.0 after 0.1.0'],
    ],
  ])('%s is refused', (_what, before, now, changed, faults) => {
    expect(versionFaults(before, now, changed)).toEqual(faults);
  });
});

test.each([
  ['0.2.0', '0.1.9', true],
  ['0.10.0', '0.9.0', true],
  ['1.0.0', '1.0.0-rc.1', true],
  ['1.0.0-rc.2', '1.0.0-rc.1', true],
  ['1.0.0-rc.1', '1.0.0', false],
  ['1.0.0', '1.0.0', false],
  ['0.9.0', '0.10.0', false],
])('%s after %s: %s', (version, other, after) => {
  expect(isAfter(version, other)).toBe(after);
});
