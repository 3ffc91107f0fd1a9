import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../packages/cli/src/platform/paths.ts';
import type { ServiceName } from '../../packages/cli/src/platform/service-specs.ts';

const strip = join(projectRoot, 'docker/strip-types.ts');

/**
 * Copies the services as an image holds them (docker/Dockerfile): JavaScript without types.
 * @param folder of the same file system as the project, since the installed modules are linked
 * @returns what gives a service's entry file
 */
export const copyWithoutTypes = (folder: string): ((name: ServiceName) => string) => {
  for (const part of ['packages', 'services']) {
    cpSync(join(projectRoot, part), join(folder, part), { recursive: true, verbatimSymlinks: true });
    execFileSync(process.execPath, ['--no-warnings', strip, join(folder, part)], { stdio: 'inherit' });
  }
  // Files are linked and links are copied, which lead from here to the packages that were copied.
  execFileSync('cp', ['-al', join(projectRoot, 'node_modules'), folder]);
  return (name) => join(folder, 'services', name, 'src/index.js');
};
