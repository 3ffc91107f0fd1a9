// The unit tests of the folder that it is run in: of a workspace, or in the root those of no workspace. This is what
// turbo runs and caches; the counts that it leaves in `.turbo/unit.json` come back with a cached result.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { runJest } from './run-jest.js';
import { root } from './root.js';

const workspace = relative(root, process.cwd());
const below = (folder) => RegExp.escape(join(root, folder, sep));
const tests = workspace ? below(workspace) : `(?!${below('packages')}|${below('services')})${below('.')}`;

const counts = join(root, workspace, '.turbo/unit.json');
rmSync(counts, { force: true });
const { passed, failed } = await runJest(['unit'], {
  file: join(root, '.skillstream/test-results', `unit-${workspace.replaceAll(sep, '-') || 'root'}.json`),
  // Turbo runs two of these at a time.
  args: ['--maxWorkers=50%', '--testPathPatterns', `^${tests}`],
});
mkdirSync(join(root, workspace, '.turbo'), { recursive: true });
writeFileSync(counts, `${JSON.stringify({ passed, failed })}\n`);
process.exit(failed > 0 ? 1 : 0);
