import { join } from 'node:path';
import type { Engines, EngineOptions, EngineUrls } from '@skillstream/engines';
import type { ServiceSpec } from '../../packages/cli/src/platform/service-specs.ts';

/** A checkout of the project, this one or one of another commit, with its node_modules installed. */
export type Tree = {
  folder: string;
  startEngines: (options: EngineOptions) => Promise<Engines>;
  serviceSpecs: (engines: EngineUrls, gatewayPort: number, publicKey: string) => ServiceSpec[];
  /** The file that `node` runs as the `skillstream` command of this checkout. */
  command: string;
};

/**
 * Loads what a checkout says of its own engines and services, so that each commit is run as it was.
 * @param folder the root of the checkout
 * @throws where it has no such files, or its node_modules are missing
 */
export const loadTree = async (folder: string): Promise<Tree> => {
  const from = (path: string): Promise<unknown> => import(join(folder, path));
  const engines = (await from('packages/engines/src/index.ts')) as Pick<Tree, 'startEngines'>;
  const specs = (await from('packages/cli/src/platform/service-specs.ts')) as Pick<Tree, 'serviceSpecs'>;
  return {
    folder,
    startEngines: engines.startEngines,
    serviceSpecs: specs.serviceSpecs,
    command: join(folder, 'packages/cli/src/index.ts'),
  };
};
