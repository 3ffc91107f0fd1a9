import { expect, test } from '@jest/globals';
import { refusalOf } from './refusal.ts';

const meaning = ' (the server is going away, or wants TLS or a log-in)';

test.each([
  ['Closed connection', `Closed connection${meaning}`],
  [
    'connection <monitor> to 127.0.0.1:27017 closed',
    `connection <monitor> to 127.0.0.1:27017 closed${meaning}`,
  ],
  ['Authentication failed.', 'Authentication failed.'],
  ['connect ECONNREFUSED 127.0.0.1:1', 'connect ECONNREFUSED 127.0.0.1:1'],
])('"%s" is told as "%s"', (said, reported) => {
  const error = new Error(said);
  expect(refusalOf(error)).toMatchObject({
    code: 'unavailable',
    retryable: true,
    message: reported,
    cause: error,
  });
});
