import { expect, test } from '@jest/globals';
import type { DemandFilter } from '@skillstream/contracts';
import { narrow } from './narrow.ts';

const year: DemandFilter = { role: 'backend', from: '2025-01', to: '2025-12' };

test.each<[string, DemandFilter, DemandFilter, DemandFilter]>([
  ['nothing asked', year, {}, year],
  ['another dimension', { role: 'backend' }, { country: 'DE' }, { role: 'backend', country: 'DE' }],
  ['one source', year, { source: 'hn' }, { ...year, source: 'hn' }],
  ['the same again', year, { role: 'backend' }, year],
  ['later months', year, { from: '2025-03' }, { ...year, from: '2025-03' }],
  ['months from before on', year, { from: '2024-03' }, year],
  ['months until after', year, { from: '2024-03', to: '2026-02' }, year],
  ['fewer months', year, { from: '2025-03', to: '2025-04' }, { ...year, from: '2025-03', to: '2025-04' }],
  ['months where the report has none', {}, { to: '2025-04' }, { to: '2025-04' }],
])('%s', (_, population, asked, left) => {
  expect(narrow(population, asked)).toEqual(left);
});

test.each<[string, DemandFilter, DemandFilter, { path: string; message: string }[]]>([
  ['another role', year, { role: 'data' }, [{ path: 'role', message: 'the report is about role backend' }]],
  [
    'another source',
    { source: 'hn' },
    { source: 'sample' },
    [{ path: 'source', message: 'the report is about source hn' }],
  ],
  [
    'months before',
    year,
    { to: '2024-12' },
    [{ path: 'to', message: 'the report is about months from 2025-01' }],
  ],
  [
    'months after',
    year,
    { from: '2026-01' },
    [{ path: 'from', message: 'the report is about months to 2025-12' }],
  ],
  [
    'two of them',
    { ...year, country: 'DE' },
    { role: 'qa', country: 'US', seniority: 'mid' },
    [
      { path: 'role', message: 'the report is about role backend' },
      { path: 'country', message: 'the report is about country DE' },
    ],
  ],
])(
  'a filter that contradicts the population is refused, naming the field: %s',
  (_, population, asked, faults) => {
    expect(() => narrow(population, asked)).toThrow(
      expect.objectContaining({ code: 'unprocessable', context: { faults } }),
    );
  },
);
