import { signedTokens } from '../auth/token-source.ts';
import { givenToken, type GatewayAccess } from '../gateway/access.ts';
import { releaseKey } from './release-key.ts';
import type { Target } from './target.ts';

/**
 * Who asks a release: the token as told, else from SKILLSTREAM_TOKEN, else tokens by its demo key.
 * @param address where its gateway is reached
 * @throws CliError where there is neither
 */
export const releaseAccess = async (
  target: Target,
  address: string,
  told: string | undefined,
): Promise<GatewayAccess> => {
  const token = givenToken(told);
  if (token !== undefined) return { address, token: async () => token };
  return { address, token: signedTokens(await releaseKey(target)) };
};
