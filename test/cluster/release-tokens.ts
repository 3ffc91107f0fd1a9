import { signedTokens, type TokenSource } from '../../packages/cli/src/auth/sign-token.ts';
import { releaseKey } from '../../packages/cli/src/cluster/release-access.ts';
import { runTool } from '../../packages/cli/src/cluster/run-tool.ts';

/** Tokens by the demonstration's key that the chart of the engines made in this namespace. */
export const releaseTokens = async (namespace: string, release: string): Promise<TokenSource> =>
  signedTokens(await releaseKey({ run: runTool, namespace, release }));
