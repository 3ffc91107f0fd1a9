// Loads files into this checkout and another, in turn, and prints postings/s and CPU seconds of each process:
// `npm run bench:load -- --against FOLDER [--rounds 3] FILE…`. FOLDER is a checkout of the commit to compare with,
// with its node_modules installed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '../platform/platform.ts';
import { createService } from '../platform/service.ts';
import { localPublicKey, localTokens } from '../platform/token.ts';
import { cpuSeconds } from '../bench/cpu-seconds.ts';
import { scriptArgs, scriptNumber } from '../scripts/script-args.ts';
import { loadTree, type Tree } from './tree.ts';

const { against, rounds, files } = scriptArgs(
  {
    usage: 'usage: npm run bench:load -- --against FOLDER [--rounds 3] FILE…',
    options: { against: { type: 'string' }, rounds: { type: 'string', default: '3' } },
    words: { min: 1, max: 1000 },
  },
  ({ values, positionals }) => {
    if (!values.against) throw new Error('--against is missing');
    return {
      against: values.against,
      rounds: scriptNumber('--rounds', values.rounds, 1000),
      files: positionals,
    };
  },
);

/** Runs `skillstream load` of a checkout. @returns what it printed; throws when it failed */
const load = async (tree: Tree, gateway: string, file: string): Promise<string> => {
  const token = (await localTokens())!;
  const args = ['--no-warnings', tree.command, 'load', file, '--gateway', gateway, '--reports', tmpdir()];
  const env = { ...process.env, SKILLSTREAM_TOKEN: token };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.on('data', (data: Buffer) => (printed += data.toString()));
  const [code] = (await once(child, 'exit')) as [number];
  if (code !== 0) throw new Error(`load ${file} ended with ${code}: ${printed}`);
  return printed.trim();
};

/** One checkout, fresh engines and data, all files one after the other. */
const run = async (label: string, tree: Tree, round: number) => {
  const folder = mkdtempSync(join(tmpdir(), 'skillstream-load-'));
  const engines = await tree.startEngines({ provider: 'java' });
  const gatewayPort = await freePorts();
  const services = tree
    .serviceSpecs(engines.urls, gatewayPort, localPublicKey)
    .map((spec) => createService(spec.name, spec, folder));
  try {
    for (const service of services) service.start();
    await Promise.all(services.map((service) => service.ready()));
    const processes = () =>
      [...services.map((one) => [one.name, one.pid()] as const), ...Object.entries(engines.pids)].map(
        ([name, pid]) => [name, cpuSeconds(pid)] as const,
      );
    for (const file of files) {
      const before = new Map(processes());
      const printed = await load(tree, `http://127.0.0.1:${gatewayPort}`, file);
      const used = processes().map(([name, now]) => [name, now - before.get(name)!] as const);
      const total = used.reduce((sum, [, seconds]) => sum + seconds, 0);
      const cells = used.map(([name, seconds]) => `${name} ${seconds.toFixed(1)}`).join(', ');
      process.stdout.write(`round ${round} ${label}: ${printed.replaceAll('\n', '; ')}\n`);
      process.stdout.write(`round ${round} ${label}: CPU ${total.toFixed(1)} s: ${cells}\n`);
    }
  } finally {
    await Promise.all(services.map((service) => service.stop()));
    await engines.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

const trees = [
  ['before', await loadTree(against)],
  ['now', await loadTree(join(import.meta.dirname, '../..'))],
] as const;
for (let round = 1; round <= rounds; round += 1)
  for (const [label, tree] of round % 2 ? trees : trees.toReversed()) await run(label, tree, round);
