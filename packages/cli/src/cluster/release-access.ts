import { signedTokens } from '../auth/sign-token.ts';
import { givenToken, type GatewayAccess } from '../gateway/access.ts';
import { CliError } from '../terminal/cli-error.ts';
import { mustRun } from './run-tool.ts';
import type { Target } from './target.ts';

/** Where the demo key of a release is: the name of its Secret, and the key in it. */
const demoKeyOf = async ({ run, namespace, release }: Target): Promise<[name: string, key: string]> => {
  const path = String.raw`jsonpath={.metadata.annotations.skillstream\.dev/demo-key}`;
  const words = ['configmap', '-n', namespace, `${release}-gateway`, '--ignore-not-found', '-o', path];
  const [name, key] = (await mustRun(run, 'kubectl', ['get', ...words])).trim().split('/');
  // Charts of before said nothing, and knew their own Secret alone.
  return name && key ? [name, key] : [`${release}-engines`, 'demo-signing-key'];
};

/**
 * The private key that signs tokens for a release, as PEM. It stays in its Secret, which the chart of the engines made
 * or the values name; the gateway's ConfigMap says which.
 * @throws CliError where there is none, as with an issuer of one's own, or kubectl may not read it
 */
export const releaseKey = async (target: Target): Promise<string> => {
  const { run, namespace, release } = target;
  const [name, key] = await demoKeyOf(target);
  const words = ['secret', '-n', namespace, name, '--ignore-not-found', '-o', 'json'];
  const found = await mustRun(run, 'kubectl', ['get', ...words]);
  const { data = {} } = JSON.parse(found.trim() || '{}') as { data?: Record<string, string> };
  const text = Buffer.from(data[key] ?? '', 'base64').toString();
  if (text.includes('PRIVATE KEY')) return text;
  throw new CliError(
    `the release ${release} in ${namespace} has no demo key to sign a token with (${key} of the Secret ${name}): ` +
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
