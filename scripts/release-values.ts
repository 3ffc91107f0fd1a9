import { readFileSync } from 'node:fs';
import { argv, stderr, stdout } from 'node:process';

/** The images of a release, and where the umbrella's values have each. */
const places: Readonly<Record<string, readonly string[]>> = {
  ingestion: ['ingestion', 'engines.kafka.rights'],
  tagging: ['tagging'],
  analytics: ['analytics'],
  gateway: ['gateway'],
  // The command generates load, and prints tokens.
  cli: ['generator', 'tokens'],
};
const DIGEST = /^sha256:[0-9a-f]{64}$/;
// As the charts have repositories, after the registry.
const NAME = /^(?<registry>[\w.:/-]+)\/skillstream\/(?<image>[\w-]+):[\w.-]+$/;

export type ReleasedImage = { image: string; registry: string; digest: string };

/**
 * The images that `docker buildx bake --metadata-file` says it pushed.
 * @throws Error that names what is missing, unknown, without a digest, or in another registry
 */
export const releasedImages = (metadata: Readonly<Record<string, unknown>>): ReleasedImage[] => {
  const images = Object.entries(metadata).flatMap(([target, value]): ReleasedImage[] => {
    const { 'image.name': name, 'containerimage.digest': digest } = (value ?? {}) as Record<string, unknown>;
    // Beside the targets there are warnings of the build, and what built it.
    if (name === undefined) return [];
    const { registry, image } = NAME.exec(String(name))?.groups ?? {};
    if (registry === undefined || image === undefined)
      throw new Error(`${target}: ${String(name)} is no image of ours`);
    if (!DIGEST.test(String(digest))) throw new Error(`${target}: ${image} has no digest`);
    return [{ image, registry, digest: String(digest) }];
  });
  const names = images.map(({ image }) => image).sort();
  const wanted = Object.keys(places).sort();
  if (names.join() !== wanted.join())
    throw new Error(`the images are ${names.join(', ') || 'none'}, not ${wanted.join(', ')}`);
  const registries = new Set(images.map(({ registry }) => registry));
  if (registries.size > 1) throw new Error(`the images are in ${[...registries].join(' and ')}`);
  return images.sort((a, b) => a.image.localeCompare(b.image));
};

/** The images by digest, as cosign takes them. */
export const referencesOf = (images: readonly ReleasedImage[]): string[] =>
  images.map(({ registry, image, digest }) => `${registry}/skillstream/${image}@${digest}`);

const below = (path: string, lines: readonly string[], depth = 0): string[] => {
  const [key = '', ...rest] = path.split('.');
  const indent = '  '.repeat(depth);
  const inner =
    rest.length > 0 ? below(rest.join('.'), lines, depth + 1) : lines.map((line) => `${indent}  ${line}`);
  return [`${indent}${key}:`, ...inner];
};

/**
 * Values of the umbrella chart that name each image by its digest: what was signed is what runs. The registry is
 * that of our images alone, since a release has none of the engines'.
 */
export const releaseValues = (images: readonly ReleasedImage[]): string =>
  [
    `# helm install skillstream oci://${images[0]!.registry}/skillstream/charts/skillstream --values release-values.yaml`,
    ...below('global.image', [`servicesRegistry: ${images[0]!.registry}`]),
    ...images.flatMap(({ image, digest }) =>
      places[image]!.flatMap((place) => below(`${place}.image`, [`digest: ${digest}`])),
    ),
    '',
  ].join('\n');

// node scripts/release-values.ts metadata.json [--references]: prints the values, or the references, one a line.
if (import.meta.main) {
  try {
    const images = releasedImages(JSON.parse(readFileSync(argv[2] ?? '', 'utf8')));
    stdout.write(argv[3] === '--references' ? `${referencesOf(images).join('\n')}\n` : releaseValues(images));
  } catch (error) {
    stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}
