import { serviceNames } from '../platform/service-specs.ts';
import { mustRun, type RunTool } from './run-tool.ts';

const NAME = 'skillstream';

/** Creates a kind cluster and points kubectl at it. @throws CliError where kind is not installed */
export const createKindCluster = (run: RunTool): Promise<string> =>
  mustRun(run, 'kind', ['create', 'cluster', '--name', NAME, '--config', 'k8s/kind.yaml']);

/** The name of a kind cluster by its context; null for any other cluster. */
export const kindNameOf = (context: string): string | null => /^kind-(.+)$/.exec(context)?.[1] ?? null;

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
