import { appError } from '@skillstream/errors';
import type { Keeper, EngineData } from './engine-data.ts';
import type { EngineOptions, Provider } from './types.ts';

const variables = ['KAFKA_BROKERS', 'MONGO_URL', 'REDIS_URL'] as const;
const places: Record<Keeper, string> = {
  java: 'of the Java engines, in the data folder',
  docker: "of Docker's engines, in its volumes",
};

export type Choice = {
  provider: Provider;
  reason: string;
  /** A note for users: that data of another provider exist and are not used. */
  note?: string;
};

const thereAre = (keeper: Keeper) => `there are data ${places[keeper]}`;

/** Adds to a choice a note on data of other providers that it does not use. */
const choice = (provider: Provider, reason: string, dataOf: EngineData): Choice => {
  const [unused] = dataOf.filter((keeper) => keeper !== provider);
  if (unused === undefined || dataOf[0] === provider) return { provider, reason };
  const begins =
    provider === 'external' || dataOf.includes(provider) ? '' : `${provider} begins with nothing; `;
  return { provider, reason, note: `${begins}${thereAre(unused)}: they stay there, unused` };
};

/**
 * Chooses the provider: the requested one, else addresses from the environment, else the provider that has the data of
 * earlier runs, else Docker, else Java. `pingDocker` is called only when the result matters.
 * @param dataOf the providers that have data, the last used first
 * @throws `misconfigured` when some but not all of the three addresses are set; `unavailable` when the data are
 *   Docker's or Docker's are requested, and no Docker engine answers: switching to empty engines needs a request
 */
export async function chooseProvider(
  wanted: NonNullable<EngineOptions['provider']>,
  env: NodeJS.ProcessEnv,
  pingDocker: () => Promise<boolean>,
  dataOf: EngineData = [],
): Promise<Choice> {
  if (wanted === 'docker' && !(await pingDocker()))
    throw appError('unavailable', 'no Docker engine answers: start Docker, or say --engines java');
  if (wanted === 'docker' || wanted === 'java') return choice(wanted, 'it was requested', dataOf);
  const missing = variables.filter((name) => !env[name]);
  const partly = missing.length > 0 && missing.length < variables.length;
  if (partly || (wanted === 'external' && missing.length > 0)) {
    throw appError(
      'misconfigured',
      `${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} not set: the external provider needs ` +
        `${variables.join(', ')}, all three${partly ? ' or none' : ''}.`,
      { context: { missing } },
    );
  }
  if (missing.length === 0) {
    const reason = wanted === 'external' ? 'it was requested' : `${variables.join(', ')} are set`;
    return choice('external', reason, dataOf);
  }
  const responses = await pingDocker();
  const [keeper] = dataOf;
  if (keeper === 'docker' && !responses) {
    throw appError(
      'unavailable',
      `${thereAre('docker')}, and no Docker engine answers: start Docker, or say --engines java to begin with nothing.`,
    );
  }
  if (keeper === 'docker') return { provider: 'docker', reason: thereAre('docker') };
  if (keeper === 'java') {
    const reason = thereAre('java');
    if (!responses) return { provider: 'java', reason };
    return {
      provider: 'java',
      reason,
      note: 'Docker answers, too: --engines docker leaves these data unused',
    };
  }
  if (responses) return { provider: 'docker', reason: 'a Docker engine answers' };
  return { provider: 'java', reason: 'no addresses are set and no Docker engine answers' };
}
