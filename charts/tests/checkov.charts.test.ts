import { beforeAll, expect, test } from '@jest/globals';
import { exceptions } from './checkov/exceptions.ts';
import { runCheckov, type Finding } from './checkov/run-checkov.ts';
import { render } from './helm.ts';
import { variants } from './variants.ts';

const unsafe = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'unsafe' },
  spec: { containers: [{ name: 'root', image: 'x:1', securityContext: { privileged: true } }] },
};

let passed = 0;
let failed: Finding[] = [];
const kindOf = ({ resource }: Finding) => resource.split('.')[0]!;
const isUnsafe = ({ resource }: Finding) => resource.endsWith('.unsafe');

beforeAll(() => {
  // One after the other: a policy of one release would count for the pods of another.
  const reports = [...Object.values(variants).map((values) => render(values)), [unsafe]].map(runCheckov);
  passed = reports.reduce((sum, report) => sum + report.passed, 0);
  const all = reports.flatMap((report) => report.failed);
  failed = [...new Map(all.map((one) => [`${one.check_id} ${one.resource}`, one])).values()];
});

test('checkov finds nothing in any release but what is excepted, with its reason', () => {
  const found = failed.filter(
    (finding) => !isUnsafe(finding) && !exceptions[finding.check_id]?.kinds.includes(kindOf(finding)),
  );
  expect(found.map(({ check_id, check_name, resource }) => `${check_id} ${resource}: ${check_name}`)).toEqual(
    [],
  );
  expect(passed).toBeGreaterThan(1500);
});

test('each exception is still needed, for each of its kinds', () => {
  const needed = new Set(
    failed.filter((finding) => !isUnsafe(finding)).map((finding) => `${finding.check_id} ${kindOf(finding)}`),
  );
  const named = Object.entries(exceptions).flatMap(([id, { kinds }]) => kinds.map((kind) => `${id} ${kind}`));
  expect(named.filter((one) => !needed.has(one))).toEqual([]);
});

test('a privileged container is found, and none of the exceptions excepts it', () => {
  const found = failed.filter(isUnsafe).map(({ check_id }) => check_id);
  expect(found).toContain('CKV_K8S_16');
  expect(exceptions).not.toHaveProperty('CKV_K8S_16');
});
