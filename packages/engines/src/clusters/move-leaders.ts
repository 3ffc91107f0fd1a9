import { join } from 'node:path';
import { appError } from '@skillstream/errors';
import { classPath } from '../java/cache.ts';
import { javaTool, run } from '../java/tools.ts';

/**
 * Moves the leader of each partition of a topic, or of all topics, without a restart.
 * @returns how many partitions have moved
 * @throws `unavailable` when the cluster failed to do so
 */
export async function moveLeaders(deps: {
  cacheFolder: string;
  env: NodeJS.ProcessEnv;
  bootstrap: string[];
  topic?: string;
}): Promise<number> {
  const { cacheFolder, env, bootstrap, topic } = deps;
  const args = [
    ...['-Xmx64m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'],
    `-Dlog4j2.configurationFile=${join(cacheFolder, 'log4j2.properties')}`,
    ...['-cp', classPath(cacheFolder), 'skillstream.engines.MoveLeaders', bootstrap.join(',')],
    ...(topic === undefined ? [] : [topic]),
  ];
  const printed = await run(javaTool('java', env), args).catch((cause: unknown) => {
    throw appError('unavailable', 'The leaders could not be moved.', { cause });
  });
  return Number(/^moved (\d+)$/m.exec(printed)?.[1]);
}
