import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, stderr, stdout } from 'node:process';

const DIGEST = /^sha256:[0-9a-f]{64}$/;

/**
 * The images that a Dockerfile is built by: what reads it, and what its stages begin with, as it names them.
 * @throws Error where it names none
 */
export const baseImages = (dockerfile: string): Record<string, string> => {
  const [, syntax] = /^# syntax=(\S+)$/m.exec(dockerfile) ?? [];
  const stages = [...dockerfile.matchAll(/^ARG (\w+_IMAGE)=(\S+)$/gm)].map(([, name, image]) => [
    name,
    image,
  ]);
  if (syntax === undefined || stages.length === 0) throw new Error('the Dockerfile names no images');
  return { SYNTAX_IMAGE: syntax, ...Object.fromEntries(stages) };
};

/**
 * An image by the digest that its registry has for it.
 * @param manifest what `docker buildx imagetools inspect --format '{{json .Manifest}}'` prints
 * @throws Error where that is no digest of an index: an image for one processor would be none for the other
 */
export const byDigest = (image: string, manifest: string): string => {
  const { digest, mediaType } = JSON.parse(manifest) as Record<string, unknown>;
  if (!DIGEST.test(String(digest))) throw new Error(`${image} has no digest`);
  if (!/index|manifest\.list/.test(String(mediaType))) throw new Error(`${image} is for one processor alone`);
  return `${image}@${String(digest)}`;
};

const inspect = (image: string): string => {
  const args = ['buildx', 'imagetools', 'inspect', image, '--format', '{{json .Manifest}}'];
  return execFileSync('docker', args, { encoding: 'utf8' });
};

// node scripts/base-images.ts: prints NAME=IMAGE@DIGEST, one a line, as the registries have them now.
if (import.meta.main) {
  try {
    const file = argv[2] ?? join(import.meta.dirname, '../docker/Dockerfile');
    for (const [name, image] of Object.entries(baseImages(readFileSync(file, 'utf8'))))
      stdout.write(`${name}=${byDigest(image, inspect(image))}\n`);
  } catch (error) {
    stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}
