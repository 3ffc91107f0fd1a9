import { demoKey } from '../auth/demo-key.ts';
import { signedTokens, type TokenSource } from '../auth/sign-token.ts';
import { readRunFile } from '../platform/run-file.ts';
import { usageError } from '../terminal/cli-error.ts';
import { printable } from '../terminal/printable.ts';

const DEFAULT_GATEWAY = 'http://127.0.0.1:4100';
/** The options of every command that talks to a gateway. */
export const gatewayOptions = { gateway: { type: 'string' }, token: { type: 'string' } } as const;
/** The lines about them in a command's usage. */
export const gatewayUsage = `  --gateway URL       where to ask (default: the one that runs here)
  --token TOKEN       who asks (default: SKILLSTREAM_TOKEN; for what runs here it signs one itself)`;

/** The address of a gateway, and the tokens for it. */
export type GatewayAccess = { address: string; token: TokenSource };

// RFC 6750, 2.1; servers accept less than 16 KB of headers.
const TOKEN = /^[\w.~+/-]{1,8000}=*$/;

/**
 * The token of the option, else of SKILLSTREAM_TOKEN.
 * @throws CliError where it cannot be a token; the message does not repeat it
 */
export const givenToken = (reported: string | undefined): string | undefined => {
  const token = reported ?? process.env['SKILLSTREAM_TOKEN'];
  if (token === undefined || TOKEN.test(token)) return token;
  throw usageError(
    `what ${reported === undefined ? 'SKILLSTREAM_TOKEN' : '--token'} holds is no access token`,
  );
};

/**
 * Checks the address of a gateway, or of something else.
 * @throws CliError with exit code 2; the message does not repeat a password
 */
export const checkedAddress = (whose: string, address: string): string => {
  const url = URL.parse(address);
  if (url !== null && (url.username !== '' || url.password !== ''))
    throw usageError(
      `a ${whose}'s address has no user and password in it${whose === 'gateway' ? ': --token, or SKILLSTREAM_TOKEN, says who asks' : ''}`,
    );
  if (url !== null && /^https?:$/.test(url.protocol)) return address;
  throw usageError(`a ${whose}'s address begins with http:// or https://, not "${printable(address, 60)}"`);
};

/** Access to the `up` that runs here: tokens signed by the key of this machine. */
export const localAccess = (address: string): GatewayAccess => ({ address, token: signedTokens(demoKey()) });

/**
 * Access to a gateway: the address of the option, else of SKILLSTREAM_GATEWAY, else of the `up` that runs here; the
 * token of the option, else of SKILLSTREAM_TOKEN. Tokens that are signed here are only sent to what runs here.
 */
export const gatewayAccess = (reported: { gateway?: string; token?: string }): GatewayAccess => {
  const here = readRunFile()?.urls.gateway;
  const named = reported.gateway ?? process.env['SKILLSTREAM_GATEWAY'] ?? here ?? DEFAULT_GATEWAY;
  const address = checkedAddress('gateway', named);
  const token = givenToken(reported.token);
  if (token === undefined && address === here) return localAccess(address);
  return { address, token: async () => token ?? null };
};
