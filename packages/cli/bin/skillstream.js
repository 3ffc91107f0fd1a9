#!/usr/bin/env node
// Plain JavaScript: finds a Node that runs TypeScript, and hands over.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeOptions } from './node-options.js';

const node24 = () => {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const home = dirname(createRequire(import.meta.url).resolve('node/package.json'));
  return join(home, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
};

const args = process.argv.slice(2);
const { flags, env } = nodeOptions(args[0]);
const cli = fileURLToPath(new URL('../src/index.ts', import.meta.url));
const child = spawn(node24(), [...flags, cli, ...args], {
  stdio: 'inherit',
  env: { ...env, ...process.env },
});
process.on('SIGINT', () => {});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
