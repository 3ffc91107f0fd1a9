import { join } from 'node:path/posix';

/** Quoted paths that lead up: `'../x'`, in an import, a `new URL`, a `join`. */
const leadingUp = /['"`]((?:\.\.\/)*\.\.(?:\/[^'"`$]*)?)['"`]/g;

/**
 * Where the text of a file leads out of its workspace: a task of the workspace that reads there has to name it as an
 * input in turbo.json, or its cached result outlives what it rests on.
 * @param path the file, relative to the root of the repository, below `packages/x` or `services/x`
 * @param text what stands in it
 * @returns the paths that it names outside of its workspace, relative to the root
 */
export const outsideReads = (path: string, text: string): string[] => {
  const workspace = path.split('/').slice(0, 2).join('/');
  return [...text.matchAll(leadingUp)]
    .map(([, up]) => join(path, '..', up!))
    .filter((to) => to !== workspace && !to.startsWith(`${workspace}/`));
};
