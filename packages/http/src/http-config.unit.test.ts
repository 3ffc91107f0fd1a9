import { expect, test } from '@jest/globals';
import { httpConfig } from './http-config.ts';

test('what nobody sets is as short as a caller needs', () => {
  expect(httpConfig.parse({})).toEqual({
    HEADERS_TIMEOUT_MS: 15_000,
    BODY_TIMEOUT_MS: 30_000,
    BODY_IDLE_TIMEOUT_MS: 60_000,
  });
});

test.each(['0', '9999999999', 'soon'])('BODY_TIMEOUT_MS of %s is refused by its name', (value) => {
  const { error } = httpConfig.safeParse({ BODY_TIMEOUT_MS: value });
  expect(error?.issues.map(({ path }) => path)).toEqual([['BODY_TIMEOUT_MS']]);
});
