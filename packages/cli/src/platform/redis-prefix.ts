import { redisAccessConfig } from '@skillstream/runtime';
import { CliError } from '../terminal/cli-error.ts';

/**
 * What the keys of a release begin with in Redis, by the variable of the services.
 * @throws CliError that says what is wrong with it
 */
export const redisPrefixOf = ({ REDIS_PREFIX }: NodeJS.ProcessEnv): string => {
  const parsed = redisAccessConfig.shape.REDIS_PREFIX.safeParse(REDIS_PREFIX);
  if (parsed.success) return parsed.data;
  throw new CliError(`REDIS_PREFIX: ${parsed.error.issues.map(({ message }) => message).join()}`);
};
