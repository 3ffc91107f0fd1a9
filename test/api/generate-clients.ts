import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApiDocument } from '@skillstream/contracts/openapi';
import { cacheFolder, madeOnce, namedAfter, preparePython, run } from './prepare-python.ts';

type Report = (line: string) => void;
const ours = join(import.meta.dirname, 'clients');
const file = (name: string) => join(ours, name);

const writeDocument = (folder: string): string => {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'openapi.json');
  writeFileSync(path, JSON.stringify(openApiDocument()));
  return path;
};

/**
 * Makes a client of our document by openapi-python-client.
 * @param folder where it goes, with the program that uses it
 * @returns what the generator leaves out, and what runs the program
 */
export const generatePython = (folder: string, report: Report) => {
  const bin = preparePython('openapi-python-client', file('requirements.txt'), report);
  const args = [
    'generate',
    '--path',
    writeDocument(folder),
    '--output-path',
    join(folder, 'made'),
    '--meta',
    'none',
  ];
  const { stdout, stderr } = run(join(bin, 'openapi-python-client'), args, folder);
  cpSync(file('use_client.py'), join(folder, 'use_client.py'));
  const warnings = `${stdout}${stderr}`.split('\n').filter((line) => line.startsWith('WARNING'));
  return {
    warnings,
    use: (...given: string[]) => run(join(bin, 'python'), ['use_client.py', ...given], folder).stdout,
  };
};

/**
 * Makes a client of our document by @hey-api/openapi-ts, and checks it and the program that uses it by TypeScript.
 * @param folder where it goes
 * @returns what runs the program
 */
export const generateTypeScript = (folder: string, report: Report) => {
  const installed = join(cacheFolder(), namedAfter('hey-api', file('package.json')));
  madeOnce(installed, () => {
    report('hey-api: first use, installing it with npm');
    cpSync(file('package.json'), join(installed, 'package.json'));
    run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], installed);
  });
  const document = writeDocument(folder);
  for (const name of ['package.json', 'openapi-ts.config.mjs', 'tsconfig.json', 'use-client.ts'])
    cpSync(file(name), join(folder, name));
  const command = (name: string) => join(installed, 'node_modules', '.bin', name);
  run('env', [`DOCUMENT=${document}`, command('openapi-ts'), '--file', 'openapi-ts.config.mjs'], folder);
  run(command('tsc'), ['--project', folder], folder);
  return { use: (...given: string[]) => run(process.execPath, ['use-client.ts', ...given], folder).stdout };
};
