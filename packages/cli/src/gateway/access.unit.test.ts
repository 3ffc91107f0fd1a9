import { expect, test } from '@jest/globals';
import { gatewayAccess } from './access.ts';

test.each(['nonsense', 'ftp://x', 'file:///etc/passwd', '', '127.0.0.1:4100', `x${'y'.repeat(100_000)}`])(
  'what can be no address of a gateway is refused as typed wrongly: %#',
  (gateway) => {
    expect(() => gatewayAccess({ gateway })).toThrow(
      expect.objectContaining({
        exitCode: 2,
        message: expect.stringContaining('begins with http:// or https://'),
      }),
    );
  },
);

test.each(['a\nb', 'two words', '', 'ü', `x${'y'.repeat(100_000)}`, '\u001b[2J'])(
  'what can be no token is refused, and not repeated: %#',
  (token) => {
    expect(() => gatewayAccess({ gateway: 'http://h', token })).toThrow(
      expect.objectContaining({ exitCode: 2, message: 'what --token holds is no access token' }),
    );
  },
);

test('what can be both is taken as it is', async () => {
  const { address, token } = gatewayAccess({ gateway: 'https://h:1/x', token: 'a.b-c_d~e+f/g==' });
  expect([address, await token()]).toEqual(['https://h:1/x', 'a.b-c_d~e+f/g==']);
});

test.each(['http://u:hunter2@h', 'http://u@h:1/x', 'https://:hunter2@h'])(
  'an address with a user or a password is refused as typed wrongly, and not repeated: %#',
  (gateway) => {
    const reported = expect.objectContaining({
      exitCode: 2,
      message: expect.not.stringContaining('hunter2'),
    });
    expect(() => gatewayAccess({ gateway })).toThrow(reported);
  },
);
