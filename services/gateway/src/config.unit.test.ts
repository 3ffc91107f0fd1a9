import { afterEach, expect, jest, test } from '@jest/globals';
import { loadConfig } from './config.ts';

afterEach(() => void jest.restoreAllMocks());

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

test('an upstream is asked by plain HTTP: another address is refused at the start, not at each request', () => {
  const lines: string[] = [];
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  jest.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`exit ${code}`);
  });
  expect(() => loadConfig({ ...env, ANALYTICS_URL: 'https://analytics' })).toThrow('exit 78');
  expect(lines).toEqual([expect.stringMatching(/^config: ANALYTICS_URL: /)]);
});
