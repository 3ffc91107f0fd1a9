import { spawnSync } from 'node:child_process';
import { prepareKubeScore } from './prepare-kube-score.ts';

/** A check that an object fails, and what about it. */
export type Finding = { check: string; kind: string; name: string; what: string };
type Check = {
  check: { id: string };
  grade: number;
  skipped: boolean;
  comments: { path: string; summary: string }[] | null;
};
type Report = { type_meta: { kind: string }; object_meta: { name: string }; checks: Check[] }[];

const BEST = 10;
// Beside what it checks by default: what asks for limits that equal requests is left out.
const optional = ['container-seccomp-profile', 'container-ports-check'];
const args = [
  ...['score', '--output-format', 'json', '--kubernetes-version', 'v1.30'],
  // No limit of CPU: it would slow a pod down beside idle cores. The limits of memory are checked.
  '--ignore-container-cpu-limit',
  // An object does not except itself.
  '--disable-ignore-checks-annotations',
  ...optional.flatMap((id) => ['--enable-optional-test', id]),
];

/**
 * What kube-score finds in the objects of one release, warnings among it.
 * @throws Error where it cannot be installed, or cannot read the objects
 */
export const runKubeScore = (objects: readonly object[]): { passed: number; failed: Finding[] } => {
  const program = prepareKubeScore((line) => process.stderr.write(`${line}\n`));
  // JSON is YAML, and has no word that another version of YAML reads as a truth value.
  const input = objects.map((one) => JSON.stringify(one)).join('\n---\n');
  const { stdout, stderr } = spawnSync(program, [...args, '-'], {
    ...{ input, encoding: 'utf8', maxBuffer: 64 << 20 },
  });
  if (!stdout.startsWith('[')) throw new Error(`kube-score: ${stdout}${stderr}`);
  const results = (JSON.parse(stdout) as Report).flatMap(({ checks, type_meta, object_meta }) =>
    checks
      .filter(({ skipped }) => !skipped)
      .map(({ check, grade, comments }) => ({
        ...{ check: check.id, kind: type_meta.kind, name: object_meta.name, grade },
        what: (comments ?? []).map(({ path, summary }) => `${path} ${summary}`.trim()).join('; '),
      })),
  );
  const failed = results.filter(({ grade }) => grade < BEST).map(({ grade: _, ...finding }) => finding);
  return { passed: results.length - failed.length, failed };
};
