import { redisAccessConfig } from '@skillstream/runtime';
import { CliError } from '../terminal/cli-error.ts';

/**
 * What the keys of a release begin with in Redis, by the variable of the services.
 * @throws CliError that says what is wrong with it, also where it is missing beside a prefix in Kafka: whoever forgets
 *   it would look at the keys of another release
 */
export const redisPrefixOf = ({ KAFKA_PREFIX, REDIS_PREFIX }: NodeJS.ProcessEnv): string => {
  if (KAFKA_PREFIX && REDIS_PREFIX === undefined)
    throw new CliError(
      `KAFKA_PREFIX is "${KAFKA_PREFIX}", and REDIS_PREFIX is not set: in the charts it is the same, and it may be empty`,
    );
  const parsed = redisAccessConfig.shape.REDIS_PREFIX.safeParse(REDIS_PREFIX);
  if (parsed.success) return parsed.data;
  throw new CliError(`REDIS_PREFIX: ${parsed.error.issues.map(({ message }) => message).join()}`);
};
