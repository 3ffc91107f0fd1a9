import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, stderr, stdout } from 'node:process';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/**
 * What a changelog says of a version.
 * @param changelog in the form of Keep a Changelog 1.1.0
 * @returns the lines between the version's heading and the next; null where it has no heading, or nothing below it
 */
export const changesOf = (changelog: string, version: string): string | null => {
  const lines = changelog.split('\n');
  const first = lines.findIndex((line) => line.startsWith(`## [${version}]`)) + 1;
  if (first === 0) return null;
  // Links to versions stand below the last one.
  const rest = lines.slice(first);
  const end = rest.findIndex((line) => /^## |^\[[^\]]+\]: /.test(line));
  return (end === -1 ? rest : rest.slice(0, end)).join('\n').trim() || null;
};

/** The version of the application that a chart states; a library states none. Charts have versions of their own. */
export const versionsOf = (chart: string): string[] =>
  [...chart.matchAll(/^appVersion: *['"]?([^\s'"]+)/gm)].map(([, version]) => version!);

/**
 * What keeps a tag from being released.
 * @param stated the versions that each file states
 * @returns a line for each fault; none where the tag may be released
 */
export const releaseFaults = (
  tag: string,
  stated: Readonly<Record<string, readonly string[]>>,
  changes: string | null,
): string[] => {
  if (!/^v\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(tag)) return [`${tag} is no version: v1.2.3 would be one`];
  const version = tag.slice(1);
  const others = Object.entries(stated).flatMap(([file, versions]) =>
    [...new Set(versions)]
      .filter((one) => one !== version)
      .map((one) => `${file} says ${one}, not ${version}`),
  );
  return changes === null ? [...others, `CHANGELOG.md says nothing of ${version}`] : others;
};

// node scripts/release-notes.ts v1.2.3: prints what is new in it, or says why it cannot be released and ends with 1.
if (import.meta.main) {
  const tag = argv[2] ?? '';
  const changes = changesOf(read('CHANGELOG.md'), tag.slice(1));
  const charts = globSync('charts/*/Chart.yaml', { cwd: root }).map(
    (file) => [file, versionsOf(read(file))] as const,
  );
  const stated = { 'package.json': [JSON.parse(read('package.json')).version as string] };
  const faults = releaseFaults(tag, { ...stated, ...Object.fromEntries(charts) }, changes);
  for (const fault of faults) stderr.write(`${fault}\n`);
  if (faults.length > 0) process.exitCode = 1;
  else stdout.write(`${changes}\n`);
}
