import { beforeAll, expect, test } from '@jest/globals';
import { render } from './helm.ts';
import { exceptions } from './kube-score/exceptions.ts';
import { runKubeScore, type Finding } from './kube-score/run-kube-score.ts';
import { variants } from './variants.ts';

const unsafe = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'unsafe', annotations: { 'kube-score/ignore': 'container-security-context-privileged' } },
  spec: { containers: [{ name: 'root', image: 'x', securityContext: { privileged: true } }] },
};

let passed = 0;
let failed: Finding[] = [];
beforeAll(() => {
  // Each release by itself: it compares objects, like a Service with the pods that it is for.
  const reports = Object.values(variants).map((values) => runKubeScore(render(values)));
  passed = reports.reduce((sum, report) => sum + report.passed, 0);
  failed = reports.flatMap((report) => report.failed);
});

const idOf = ({ check, kind }: Finding) => `${check} ${kind}`;
const excepted = Object.entries(exceptions).flatMap(([check, { kinds }]) =>
  kinds.map((kind) => `${check} ${kind}`),
);

test('kube-score finds nothing in any release but what is excepted, with its reason', () => {
  const found = failed.filter((finding) => !excepted.includes(idOf(finding)));
  expect([...new Set(found.map((one) => `${idOf(one)} ${one.name}: ${one.what}`))]).toEqual([]);
  expect(passed).toBeGreaterThan(500);
});

test('each exception is still needed, for each of its kinds', () => {
  const needed = new Set(failed.map(idOf));
  expect(excepted.filter((one) => !needed.has(one))).toEqual([]);
});

test('an unsafe container is found, also where it excepts itself, and none of the exceptions excepts it', () => {
  const found = runKubeScore([unsafe]).failed.map(({ check }) => check);
  const wanted = [
    'container-image-tag',
    'container-resources',
    'container-seccomp-profile',
    'container-security-context-privileged',
    'container-security-context-readonlyrootfilesystem',
    'pod-networkpolicy',
  ];
  expect(found).toEqual(expect.arrayContaining(wanted));
  expect(wanted.filter((check) => check in exceptions)).toEqual([]);
});

test('a Service for no pod is found', () => {
  const [service] = render().filter(({ kind }) => kind === 'Service');
  expect(runKubeScore([service!]).failed.map(({ check }) => check)).toContain('service-targets-pod');
});
