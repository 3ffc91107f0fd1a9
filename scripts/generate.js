// Writes again what is made of the code and checked in. With --release, also what later changes are compared with.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.js';
import { RUNBOOKS, runbooksFile } from './runbooks.js';

for (const workspace of [
  'packages/client',
  'packages/contracts',
  'packages/observability',
  'services/gateway',
]) {
  const script = join(root, workspace, 'scripts/generate.ts');
  const { status } = spawnSync(process.execPath, [script, ...process.argv.slice(2)], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
writeFileSync(RUNBOOKS, runbooksFile());
