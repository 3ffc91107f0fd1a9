import { readPrefix, type connectMongo } from '@skillstream/mongo';
import { CliError } from '../terminal/cli-error.ts';

type Connection = ReturnType<typeof connectMongo>;

/**
 * Makes sure that a database is of the release whose names the environment has: INGESTION_DATABASE and
 * ANALYTICS_DATABASE are easily forgotten, and the database by the usual name is another release's then.
 * @param env usually process.env
 * @throws CliError with both prefixes where it is of another
 */
export const checkOwnDatabase = async (
  connection: Connection,
  { KAFKA_PREFIX = '' }: NodeJS.ProcessEnv,
): Promise<void> => {
  if ((await connection.listCollections()).length === 0) return;
  const found = await readPrefix(connection);
  if (found === KAFKA_PREFIX) return;
  throw new CliError(
    `the database ${connection.name} is of KAFKA_PREFIX "${found}", and that of the environment is ` +
      `"${KAFKA_PREFIX}": set it, INGESTION_DATABASE and ANALYTICS_DATABASE to those of one release`,
  );
};
