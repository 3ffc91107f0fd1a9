import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { clientTypes } from './types.ts';

test('the checked-in types match the OpenAPI document', async () => {
  const checkedIn = readFileSync(new URL('../generated/api.ts', import.meta.url), 'utf8');
  const advice = 'run npm run generate';
  expect({ advice, types: checkedIn }).toEqual({ advice, types: await clientTypes() });
});
