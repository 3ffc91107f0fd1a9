import { expect, test } from '@jest/globals';
import { sharedEngines } from '../testing.ts';
test('shared engines are there', async () => {
  expect((await sharedEngines()).kafkaBrokers).toHaveLength(1);
});
