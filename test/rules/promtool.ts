import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { ruleGroups, type RuleGroup } from '@skillstream/observability';

/** What is missing on this machine, and where to get it. */
export const NEEDS_PROMETHEUS =
  'The rules suite needs Prometheus: apt-get install --no-install-recommends prometheus';

const promtool = (args: string[]): { ok: boolean; output: string } => {
  const { error, status, stdout, stderr } = spawnSync('promtool', args, { encoding: 'utf8' });
  if (error) throw new Error(NEEDS_PROMETHEUS, { cause: error });
  return { ok: status === 0, output: stdout + stderr };
};

/** Runs something over files in a folder of their own. */
const withFiles = <T>(files: Record<string, object>, run: (folder: string) => T): T => {
  const folder = mkdtempSync(join(tmpdir(), 'skillstream-rules-'));
  try {
    for (const [name, content] of Object.entries(files))
      writeFileSync(join(folder, name), stringify(content));
    return run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** `promtool check rules` of all rules at a scale. */
export const checkRules = (scale: number) =>
  withFiles({ 'rules.yaml': { groups: ruleGroups(scale) } }, (folder) =>
    promtool(['check', 'rules', '--lint-fatal', join(folder, 'rules.yaml')]),
  );

export type ExpectedAlert = { exp_labels: Record<string, string>; exp_annotations: Record<string, string> };
export type RuleTest = {
  /** Values by series, one each `interval`. */
  series: Record<string, string>;
  interval: string;
  at: string;
  alertname: string;
  expected: readonly ExpectedAlert[];
  /** Files of rules; without them, that of the project. */
  files?: readonly (readonly RuleGroup[])[];
};

/** `promtool test rules` of one alert at one time, over series that are given. */
export const testRules = ({
  series,
  interval,
  at,
  alertname,
  expected,
  files = [ruleGroups()],
}: RuleTest) => {
  const isRule = (rule: object) => 'alert' in rule && rule.alert === alertname;
  // The other groups have no part in it, and would take their time.
  const needed = files.map((groups) => ({ groups: groups.filter(({ rules }) => rules.some(isRule)) }));
  const ruleFiles = Object.fromEntries(needed.map((rules, index) => [`rules-${index}.yaml`, rules]));
  return withFiles(
    {
      ...ruleFiles,
      'test.yaml': {
        rule_files: Object.keys(ruleFiles),
        evaluation_interval: '30s',
        tests: [
          {
            interval,
            input_series: Object.entries(series).map(([name, values]) => ({ series: name, values })),
            alert_rule_test: [{ eval_time: at, alertname, exp_alerts: expected }],
          },
        ],
      },
    },
    (folder) => promtool(['test', 'rules', join(folder, 'test.yaml')]),
  );
};
