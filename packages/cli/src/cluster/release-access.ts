import { signedTokens } from '../auth/sign-token.ts';
import { givenToken, type GatewayAccess } from '../gateway/access.ts';
import { CliError } from '../terminal/cli-error.ts';
import { mustRun } from './run-tool.ts';
import type { Target } from './target.ts';

/**
 * The private key that signs tokens for a release, as PEM; the chart of the engines made it, and it stays in its
 * Secret.
 * @throws CliError where there is none, as with an issuer of one's own, or kubectl may not read it
 */
export const releaseKey = async ({ run, namespace, release }: Target): Promise<string> => {
  const words = ['secret', '-n', namespace, `${release}-engines`, '--ignore-not-found'];
  const coded = await mustRun(run, 'kubectl', ['get', ...words, '-o', 'jsonpath={.data.demo-signing-key}']);
  const key = Buffer.from(coded, 'base64').toString();
  if (key.includes('PRIVATE KEY')) return key;
  throw new CliError(
    `the release ${release} in ${namespace} has no demo key to sign a token with: ` +
      'ask its issuer for one, and give it as --token or SKILLSTREAM_TOKEN',
  );
};

/**
 * Access to a release: the token of the option, else of SKILLSTREAM_TOKEN, else tokens by its demo key.
 * @param address the address of its gateway
 * @throws CliError where there is neither token nor key
 */
export const releaseAccess = async (
  target: Target,
  address: string,
  reported: string | undefined,
): Promise<GatewayAccess> => {
  const token = givenToken(reported);
  if (token !== undefined) return { address, token: async () => token };
  return { address, token: signedTokens(await releaseKey(target)) };
};
