import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { preparePython } from '../../../test/api/prepare-python.ts';

/** A check that an object fails; `resource` is like `Deployment.default.sk-gateway`. */
export type Finding = { check_id: string; check_name: string; resource: string };
type Report = { results: { failed_checks: Finding[] }; summary: { passed: number; parsing_errors: number } };

const requirements = join(import.meta.dirname, 'requirements.txt');
const report = (line: string) => process.stderr.write(`${line}\n`);

/**
 * What checkov finds in objects of Kubernetes. It is installed on first use, and asks nobody.
 * @throws Error where it cannot be installed, or cannot read the objects
 */
export const runCheckov = (objects: readonly object[]): { passed: number; failed: Finding[] } => {
  const bin = preparePython('checkov', requirements, report);
  const folder = mkdtempSync(join(tmpdir(), 'skillstream-checkov-'));
  try {
    const file = join(folder, 'objects.yaml');
    // Aliases are no YAML that checkov reads.
    writeFileSync(file, objects.map((one) => stringify(one, { aliasDuplicateObjects: false })).join('---\n'));
    const args = [
      '--file',
      file,
      '--framework',
      'kubernetes',
      '--compact',
      '--quiet',
      '--skip-download',
      '--output',
      'json',
    ];
    const { stdout, stderr } = spawnSync(join(bin, 'checkov'), args, {
      encoding: 'utf8',
      maxBuffer: 64 << 20,
    });
    const { results, summary } = JSON.parse(stdout || `{"stderr":${JSON.stringify(stderr)}}`) as Report;
    if (!results || summary.parsing_errors > 0) throw new Error(`checkov: ${stdout}${stderr}`);
    return { passed: summary.passed, failed: results.failed_checks };
  } finally {
    rmSync(folder, { recursive: true });
  }
};
