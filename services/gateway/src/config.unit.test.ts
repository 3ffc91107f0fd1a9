import { expect, test } from '@jest/globals';
import { loadConfig } from './config.ts';

const env = {
  INGESTION_URL: 'http://127.0.0.1:1',
  TAGGING_URL: 'http://127.0.0.1:2',
  ANALYTICS_URL: 'http://127.0.0.1:3',
  REDIS_URL: 'redis://127.0.0.1:4',
  AUTH_OPEN: 'everything',
};

test.each([
  [{}, 30_000],
  [{ PART_TIMEOUT_MS: '5000' }, 5000],
  [{ PART_TIMEOUT_MS: '5000', UPSTREAM_TIMEOUT_MS: '7000' }, 7000],
])('the timeout of an upstream is also read by the name that it had: %p', (more, expected) => {
  expect(loadConfig({ ...env, ...more }).UPSTREAM_TIMEOUT_MS).toBe(expected);
});
