import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preparePython } from '../../../test/api/prepare-python.ts';

const requirements = join(import.meta.dirname, 'requirements.txt');
const report = (line: string) => process.stderr.write(`${line}\n`);

/**
 * What is wrong with objects of Kubernetes itself, by the schemas of one version, which are in the package
 * kubernetes-validate: it is installed on first use, and asks nobody. Fields that a schema does not know are wrong.
 * @param version like 1.34
 * @throws Error where it cannot be installed, or did not look at all of the objects
 */
export const validateCore = (version: string, objects: readonly object[]): string[] => {
  const bin = preparePython('kubernetes-validate', requirements, report);
  const folder = mkdtempSync(join(tmpdir(), 'skillstream-schemas-'));
  try {
    const file = join(folder, 'objects.yaml');
    // JSON is YAML, and has no word that another version of YAML reads as a truth value.
    writeFileSync(file, objects.map((one) => JSON.stringify(one)).join('\n---\n'));
    const args = ['--kubernetes-version', version, '--strict', file];
    const { stdout, stderr, error } = spawnSync(join(bin, 'kubernetes-validate'), args, {
      encoding: 'utf8',
      maxBuffer: 64 << 20,
    });
    const lines = `${stdout}\n${stderr}`.split('\n').filter(Boolean);
    const passed = lines.filter((line) => / passed for resource /.test(line));
    const faults = lines.filter((line) => !passed.includes(line));
    if (error || (faults.length === 0 && passed.length !== objects.length))
      throw new Error(
        `kubernetes-validate looked at ${passed.length} of ${objects.length}: ${String(error)}`,
      );
    return faults.map((line) => line.replace(/^.* for resource /, ''));
  } finally {
    rmSync(folder, { recursive: true });
  }
};
