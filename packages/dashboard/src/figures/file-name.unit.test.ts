import { expect, test } from '@jest/globals';
import { fileNameOf } from './file-name.ts';

test.each([
  [{}, 'demand'],
  [{ origin: 'sample', role: 'backend', country: 'DE' }, 'demand-sample-backend-DE'],
  [{ source: 'hn', origin: 'own', from: '2025-01', to: '2025-06' }, 'demand-hn-2025-01..2025-06'],
  [{ from: '2025-01', to: '2025-01' }, 'demand-2025-01'],
  [{ to: '2025-01' }, 'demand-..2025-01'],
] as const)('a file of %j is called %s', (filter, name) => expect(fileNameOf('demand', filter)).toBe(name));
