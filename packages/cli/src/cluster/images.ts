import { mustRun, type RunTool } from './run-tool.ts';

const NAME = 'skillstream';

/** Creates a kind cluster and points kubectl at it. @throws CliError where kind is not installed */
export const createKindCluster = (run: RunTool): Promise<string> =>
  mustRun(run, 'kind', ['create', 'cluster', '--name', NAME, '--config', 'k8s/kind.yaml']);

/** The name of a kind cluster by its context; null for any other cluster. */
export const kindNameOf = (context: string): string | null => /^kind-(.+)$/.exec(context)?.[1] ?? null;

/**
 * The images of this project that manifests name with a tag, as docker-bake.hcl names its targets; none that comes
 * from a registry.
 */
export const imagesIn = (manifests: string, tag: string): string[] => {
  const named = manifests.matchAll(/\bimage: "?skillstream\/([a-z]+):([\w.-]+)/g);
  return [...new Set([...named].flatMap(([, name, its]) => (its === tag ? [name!] : [])))].sort();
};

const referenceOf = (name: string, tag: string) => `skillstream/${name}:${tag}`;

/** Builds images with Docker. */
export const buildImages = (run: RunTool, names: readonly string[], tag: string): Promise<string> => {
  const sets = [`*.args.VERSION=${tag}`, ...names.map((name) => `${name}.tags=${referenceOf(name, tag)}`)];
  const options = ['-f', 'docker/docker-bake.hcl', '--load', ...sets.flatMap((set) => ['--set', set])];
  return mustRun(run, 'docker', ['buildx', 'bake', ...options, ...names]);
};

/** Loads images onto the nodes of a kind cluster; any other cluster pulls them from a registry. */
export const loadImages = async (
  run: RunTool,
  context: string,
  names: readonly string[],
  tag: string,
): Promise<void> => {
  const cluster = kindNameOf(context);
  if (cluster === null) return;
  const images = names.map((name) => referenceOf(name, tag));
  await mustRun(run, 'kind', ['load', 'docker-image', '--name', cluster, ...images]);
};
