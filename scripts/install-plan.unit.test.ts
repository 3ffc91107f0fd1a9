import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { needOf, planInstall, type Entry, type Need } from './install-plan.js';

const runs = { 'node_modules/runs': { version: '1.0.0', integrity: 'sha512-a' } };
const tests = { 'node_modules/tests': { version: '2.0.0', integrity: 'sha512-b', dev: true } };
const workspace = {
  'packages/ours': { version: '0.1.0' },
  'node_modules/@ours/ours': { link: true },
};
const perhaps = {
  'node_modules/other-machine': { version: '3.0.0', optional: true },
  'node_modules/other-machine-too': { version: '3.0.0', devOptional: true },
  'node_modules/if-you-have-it': { version: '3.0.0', dev: true, peer: true },
};
const wanted: Record<string, Entry> = {
  '': { version: '0.1.0' },
  ...runs,
  ...tests,
  ...workspace,
  ...perhaps,
};
const forRuntime = { ...runs, ...workspace };
const forTests = { ...forRuntime, ...tests };
const older = { 'node_modules/runs': { version: '0.9.0', integrity: 'sha512-0' } };
const tampered = { 'node_modules/runs': { version: '1.0.0', integrity: 'sha512-other' } };

const plan = (need: Need, present: Record<string, Entry> | null, hasNode = true) => {
  const found = planInstall({ need, wanted, present, hasNode });
  return found && `${found.args.join(' ')} # ${found.count}: ${found.because}`;
};
const quietly = '--no-audit --no-fund --loglevel=error';

test.each([
  ['start', 'runtime'],
  ['skillstream', 'runtime'],
  ['test', 'everything'],
  ['eval', 'everything'],
  ['bench-gateway', 'everything'],
])('%s needs %s', (command, need) => expect(needOf(command)).toBe(need));

describe('on a clone with nothing installed', () => {
  const because = 'node_modules is not there yet';
  test('a command that runs the platform installs no package for tests', () => {
    expect(plan('runtime', null, false)).toBe(`ci --omit=dev ${quietly} # 1: ${because}`);
  });
  test('tests install everything', () => {
    expect(plan('everything', null, false)).toBe(`ci --include=dev ${quietly} # 2: ${because}`);
  });
});

describe('an install is complete', () => {
  test('for the platform with what runs, for tests with everything', () => {
    expect(plan('runtime', forRuntime)).toBeNull();
    expect(plan('everything', forTests)).toBeNull();
  });
  test('for the platform also when tests have completed it, so that nothing is removed', () => {
    expect(plan('runtime', forTests)).toBeNull();
  });
  test('for the platform whatever a package for tests is like', () => {
    expect(
      plan('runtime', { ...forTests, 'node_modules/tests': { version: '1.0.0', dev: true } }),
    ).toBeNull();
  });
});

describe('after the platform was started', () => {
  test('tests add what is missing and delete nothing, since the platform may be running', () => {
    expect(plan('everything', forRuntime)).toBe(
      `install --no-save --include=dev ${quietly} # 1: node_modules/tests is missing`,
    );
  });
  test.each([
    ['another version', older],
    ['the version but other content', tampered],
  ])('a package that is there in %s is put right by npm ci', (_, wrong) => {
    const because = 'node_modules/runs is not as package-lock.json has it';
    expect(plan('runtime', { ...forRuntime, ...wrong })).toBe(`ci --omit=dev ${quietly} # 1: ${because}`);
    expect(plan('everything', { ...forRuntime, ...wrong })).toBe(
      `ci --include=dev ${quietly} # 2: ${because}`,
    );
  });
  test('a package that is missing beside one that is wrong is not added to it', () => {
    expect(plan('everything', { ...workspace, ...older })).toMatch(/^ci --include=dev/);
  });
});

describe('where tests have run', () => {
  test('npm ci installs the packages for tests again, whoever asks', () => {
    expect(plan('runtime', { ...forTests, ...older })).toMatch(/^ci --include=dev .* # 2:/);
  });
  test('a Node that is missing is brought by npm ci, since npm runs the script of no package that is there', () => {
    expect(plan('runtime', forTests, false)).toBe(
      `ci --include=dev ${quietly} # 2: Node 24 is not there yet`,
    );
  });
  test('a package that the lock file has anew is added', () => {
    expect(plan('runtime', { ...workspace, ...tests })).toBe(
      `install --no-save --include=dev ${quietly} # 1: node_modules/runs is missing`,
    );
  });
});

describe('the lock file of the project', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, Entry>;
  };
  test('has Node among what runs, and no test runner', () => {
    expect(packages['node_modules/node']).not.toHaveProperty('dev');
    expect(packages['node_modules/jest']).toHaveProperty('dev', true);
  });
  test('has less than half of its packages for `npm start`', () => {
    const count = (need: Need) =>
      planInstall({ need, wanted: packages, present: null, hasNode: false })!.count;
    expect(count('runtime')).toBeLessThan(count('everything') / 2);
  });
});
