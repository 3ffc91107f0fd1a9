import { fault } from '@skillstream/runtime';
import type { EngineOptions, Provider } from './types.ts';

const variables = ['KAFKA_BROKERS', 'MONGO_URL', 'REDIS_URL'] as const;

export type Choice = { provider: Provider; reason: string };

/**
 * Decides where the engines come from: what was asked for, else addresses from the environment, else
 * Docker, else Java. `dockerAnswers` is asked only where the answer matters.
 * @throws `misconfigured` when some but not all of the three addresses are set
 */
export async function chooseProvider(
  wanted: NonNullable<EngineOptions['provider']>,
  env: NodeJS.ProcessEnv,
  dockerAnswers: () => Promise<boolean>,
): Promise<Choice> {
  if (wanted === 'docker' || wanted === 'java') return { provider: wanted, reason: 'it was asked for' };
  const missing = variables.filter((name) => !env[name]);
  const partly = missing.length > 0 && missing.length < variables.length;
  if (partly || (wanted === 'external' && missing.length > 0)) {
    throw fault(
      'misconfigured',
      `${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} not set: the external provider needs ` +
        `${variables.join(', ')}, all three${partly ? ' or none' : ''}.`,
      { context: { missing } },
    );
  }
  if (missing.length === 0) {
    return {
      provider: 'external',
      reason: wanted === 'external' ? 'it was asked for' : `${variables.join(', ')} are set`,
    };
  }
  if (await dockerAnswers()) return { provider: 'docker', reason: 'a Docker engine answers' };
  return { provider: 'java', reason: 'no addresses are set and no Docker engine answers' };
}
