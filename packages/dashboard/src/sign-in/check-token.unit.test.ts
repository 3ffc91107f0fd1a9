import { expect, jest, test } from '@jest/globals';
import { UnreachableError } from '@skillstream/client';
import { faultOfToken } from './check-token.ts';

const answers = (status: number, error?: unknown) =>
  jest.fn(() => Promise.resolve({ response: new Response(null, { status }), error }));

test.each(['Bearer abc', 'abc\u2026', 'a\nb', '„abc“', 'abc def', '=abc'])(
  '%j is refused in words before anything is asked',
  async (token) => {
    const verify = answers(200);
    expect(await faultOfToken(token, verify)).toContain('This is not a token');
    expect(verify).not.toHaveBeenCalled();
  },
);

test('a token that the gateway refuses is refused with its reason', async () => {
  const problem = { code: 'unauthenticated', title: 'Unauthenticated', detail: 'The token has expired' };
  expect(await faultOfToken('garbage', answers(401, problem))).toBe(
    'This token was refused: The token has expired',
  );
});

test.each([200, 400, 403, 422, 429, 503])(
  'a token that is verified before status %i is good',
  async (status) => {
    expect(await faultOfToken('a.b.c', answers(status, {}))).toBeNull();
  },
);

test('where nobody answers it is not known', async () => {
  const verify = () => Promise.reject(new UnreachableError('nobody', new Error('x')));
  expect(await faultOfToken('a.b.c', verify)).toContain('cannot be reached');
});
