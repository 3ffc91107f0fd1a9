import { chooseProvider } from './choose.ts';
import { pingDocker } from './docker/ping-docker.ts';
import { dockerEngines } from './docker/provider.ts';
import { externalEngines } from './external.ts';
import { javaEngines } from './java/provider.ts';
import { openDataFolder } from './data-folder.ts';
import { engineDataIn } from './engine-data.ts';
import type { EngineOptions, Engines } from './types.ts';

export { engineDataIn } from './engine-data.ts';
export { removeData, type DataLeft } from './remove-data.ts';
export type { EngineOptions, Engines, EngineUrls } from './types.ts';

/**
 * Finds or starts Kafka, MongoDB and Redis, reports in one line the provider and the reason, and resolves when every
 * engine that was started here responds.
 * @throws when a provider cannot be used; the message says what to do
 */
export async function startEngines(options: EngineOptions = {}): Promise<Engines> {
  const { env = process.env, report = () => {} } = options;
  const { dataFolder, only, logins, onRestarted } = options;
  const docker = () => pingDocker(env);
  const chosen = await chooseProvider(options.provider ?? 'auto', env, docker, engineDataIn(dataFolder));
  const { provider, reason, note } = chosen;
  report(`engines: ${provider}, because ${reason}`);
  if (note) report(`engines: ${note}`);
  if (provider === 'external') return externalEngines(env, reason);
  if (dataFolder !== undefined) openDataFolder(dataFolder);
  if (provider === 'docker') return dockerEngines({ reason, report, dataFolder, onRestarted });
  return javaEngines({ reason, report, env, dataFolder, only, logins, onRestarted });
}
export { makeFolder } from './data-folder.ts';
