import { expect, test } from '@jest/globals';
import { mayHaveScope } from './may-have-scope.ts';

const tokenWith = (claims: unknown) =>
  ['{"alg":"ES256"}', JSON.stringify(claims), 'signature']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');

test.each<[string, string | null, boolean]>([
  ['nobody', null, false],
  ['a token with it', tokenWith({ scope: 'ops:read postings:retract' }), true],
  ['a token with it as an issuer may write it', tokenWith({ scp: ['postings:retract'] }), true],
  ['a token without it', tokenWith({ scope: 'ops:read postings:retract-not' }), false],
  ['a token without any', tokenWith({ sub: 'öä?>~' }), false],
  ['a token that cannot be read here', 'opaque', true],
  ['a token whose claims are none', tokenWith(null), true],
])('%s may take a posting out: %#', (_who, token, may) =>
  expect(mayHaveScope(token, 'postings:retract')).toBe(may),
);
