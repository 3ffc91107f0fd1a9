// Plain JavaScript without dependencies: this runs on any Node from 18 on, before anything is installed.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { nodeOptions } from '../packages/cli/bin/node-options.js';
import { needOf } from './install-plan.js';
import { root } from './root.js';
import { childEnv, setUp } from './set-up.js';

const cli = join(root, 'packages/cli/src/index.ts');
const commands = {
  start: (extra) => [cli, 'up', '--sample', ...extra],
  skillstream: (extra) => [...nodeOptions(extra[0]).flags, cli, ...extra],
  eval: (extra) => ['--no-warnings', join(root, 'test/quality/eval.ts'), ...extra],
  'eval-boards': (extra) => ['--no-warnings', join(root, 'test/quality/boards/eval.ts'), ...extra],
  'eval-privacy': (extra) => ['--no-warnings', join(root, 'test/quality/privacy/eval.ts'), ...extra],
  'eval-normalize': (extra) => ['--no-warnings', join(root, 'test/quality/normalize/eval.ts'), ...extra],
  'eval-duplicates': (extra) => ['--no-warnings', join(root, 'test/quality/duplicates/eval.ts'), ...extra],
  train: (extra) => ['--no-warnings', join(root, 'test/quality/train.ts'), ...extra],
  bench: (extra) => ['--no-warnings', '--expose-gc', join(root, 'test/bench/tagging.ts'), ...extra],
  'bench-gateway': (extra) => ['--no-warnings', join(root, 'test/bench/gateway.ts'), ...extra],
  'bench-relay': (extra) => ['--no-warnings', join(root, 'test/bench/relay.ts'), ...extra],
  'bench-linking': (extra) => ['--no-warnings', join(root, 'test/bench/linking.ts'), ...extra],
  'bench-facts': (extra) => ['--no-warnings', join(root, 'test/bench/facts.ts'), ...extra],
  'bench-trace': (extra) => ['--no-warnings', join(root, 'test/bench/trace.ts'), ...extra],
  'bench-verify': (extra) => ['--no-warnings', join(root, 'test/bench/verify.ts'), ...extra],
  'bench-cluster': (extra) => ['--no-warnings', join(root, 'test/bench/cluster.ts'), ...extra],
  'bench-page': (extra) => ['--no-warnings', join(root, 'test/bench/page.ts'), ...extra],
  attack: (extra) => ['--no-warnings', join(root, 'test/attack/attack.ts'), ...extra],
  large: (extra) => ['--no-warnings', join(root, 'test/large/load-large.ts'), ...extra],
  'cluster-upgrade': (extra) => ['--no-warnings', join(root, 'test/cluster/upgrade-from.ts'), ...extra],
  test: (extra) => [join(root, 'scripts/run-tests.js'), ...extra],
};

const [name = '', ...extra] = process.argv.slice(2);
if (!Object.hasOwn(commands, name)) {
  process.stderr.write(`usage: node scripts/bootstrap.js ${Object.keys(commands).join('|')} [arguments]\n`);
  process.exit(2);
}

const node = await setUp(needOf(name));
// Files that people name are relative to where they typed the command; npm changes to the root and says where that
// was.
const cwd = name === 'skillstream' ? (process.env.INIT_CWD ?? process.cwd()) : root;
const own = name === 'skillstream' ? nodeOptions(extra[0]).env : {};
const env = { ...own, ...childEnv(node) };
const child = spawn(node, commands[name](extra), { stdio: 'inherit', cwd, env });
// The terminal sends Ctrl-C to the child as well; other signals reach only us.
process.on('SIGINT', () => {});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  process.stderr.write(`cannot start ${node}: ${error.message}\n`);
  process.exit(1);
});
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
