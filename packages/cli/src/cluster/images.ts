import { serviceNames } from '../platform/service-specs.ts';
import { kindNameOf } from './kind-cluster.ts';
import { mustRun, type RunTool } from './run-tool.ts';

/** Builds the four images with Docker. */
export const buildImages = (run: RunTool, tag: string): Promise<string> =>
  mustRun(run, 'docker', [
    'buildx',
    'bake',
    '-f',
    'docker/docker-bake.hcl',
    '--load',
    '--set',
    `*.args.VERSION=${tag}`,
  ]);

/** Loads the images onto the nodes of a kind cluster; any other cluster pulls them from a registry. */
export const loadImages = async (run: RunTool, context: string, tag: string): Promise<void> => {
  const name = kindNameOf(context);
  if (name === null) return;
  const images = serviceNames.map((service) => `skillstream/${service}:${tag}`);
  await mustRun(run, 'kind', ['load', 'docker-image', '--name', name, ...images]);
};
