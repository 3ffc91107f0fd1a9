import { createKafka, type Kafka } from '@skillstream/messaging';
import {
  completeAccess,
  kafkaAccess,
  kafkaAccessConfig,
  silentLog,
  type KafkaAccess,
} from '@skillstream/runtime';
import { CliError } from '../terminal/cli-error.ts';

const schema = kafkaAccessConfig.superRefine(completeAccess);

/**
 * The log-in and TLS for Kafka by the same variables as those of the services.
 * @param env usually process.env
 * @throws CliError that names the variables which are missing or wrong
 */
export const kafkaAccessOf = (env: NodeJS.ProcessEnv): KafkaAccess => {
  const parsed = schema.safeParse(env);
  if (parsed.success) return kafkaAccess(parsed.data);
  throw new CliError(
    parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'),
  );
};

/** A client of these brokers, with the access that the environment gives. @throws CliError as `kafkaAccessOf` */
export const createKafkaClient = (brokers: string[]): Kafka =>
  createKafka(brokers, 'skillstream-cli', silentLog(), kafkaAccessOf(process.env));
