import { demoKey } from '../auth/demo-key.ts';
import { signedTokens } from '../auth/sign-token.ts';
import { givenToken } from '../gateway/access.ts';
import { portOf, type ServiceName } from '../platform/service-specs.ts';
import { readRunFile, type Run } from '../platform/run-file.ts';
import { CliError } from '../terminal/cli-error.ts';
import type { Reach } from './reach.ts';

/** The scopes that diagnostics take. */
export const diagnosticScopes = ['ops:read', 'ops:write'] as const;

/**
 * A service of the `up` that runs on this machine, with a token that is signed here.
 * @throws CliError where none runs
 */
export const localReach = (
  service: ServiceName,
  token: string | undefined,
  run: Run | null = readRunFile(),
): Reach => {
  if (run === null)
    throw new CliError(
      'nothing of skillstream runs here: npm start; --compose and cluster debug reach others',
    );
  const given = givenToken(token);
  return {
    ...{ name: service, host: '127.0.0.1', port: portOf(service, Number(new URL(run.urls.gateway).port)) },
    token: given === undefined ? signedTokens(demoKey(), undefined, diagnosticScopes) : async () => given,
    tokenFrom: 'skillstream token --scope ops:write',
    close: () => undefined,
  };
};

/** A process by its address. The token is the caller's own: one that is signed here goes to nobody else. */
export const addressReach = (
  service: ServiceName,
  { hostname, port }: URL,
  token: string | undefined,
): Reach => {
  const given = givenToken(token);
  return {
    ...{ name: service, host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) },
    token: async () => given ?? null,
    tokenFrom: 'a token with ops:read and ops:write',
    close: () => undefined,
  };
};
