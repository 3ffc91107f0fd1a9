import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { operationList, readScopes } from '@skillstream/contracts';
import type { Project } from './check-document.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const skipped = /(^|\/)(node_modules|\.[\w-]+|fixtures|generated)$/;

/** Files of the project by pattern, relative to its folder, sorted. */
export const filesOf = (pattern: string): string[] =>
  globSync(pattern, { cwd: root, exclude: (name) => skipped.test(name) }).sort();

export const readText = (path: string): string => readFileSync(join(root, path), 'utf8');

const faultSteps = (): string[] =>
  filesOf('services/*/src/**/*.ts').flatMap((file) =>
    [...readText(file).matchAll(/\b(?:faultInjection|pass)\('([a-z-]+)'\)/g)].map(([, step]) => step!),
  );

const scopeOf = (operation: string): string | null | undefined => {
  const known = operationList.find(
    ({ method, path, scope }) =>
      scope !== null && new RegExp(`^${method} ${path.replaceAll(/:id/g, '[^/]+')}$`).test(operation),
  );
  if (!known || known.scope === null) return undefined;
  return readScopes.includes(known.scope) ? null : known.scope;
};

/** The project as it is on disk. */
export const readProject = (): Project => ({
  exists: (path) => existsSync(join(root, path)),
  read: (path) => (existsSync(join(root, path)) ? readText(path) : null),
  scripts: Object.keys(JSON.parse(readText('package.json')).scripts),
  commands: filesOf('packages/cli/src/commands/*.ts').map((file) => basename(file, '.ts')),
  faultSteps: faultSteps(),
  scopeOf,
  tests: filesOf('{test,packages,services,charts,k8s}/**/*.test.ts'),
});
