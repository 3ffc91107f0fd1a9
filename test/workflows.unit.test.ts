import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { suiteNames } from '../scripts/suites.js';
import { checkDocument } from './docs/check-document.ts';
import { readProject, readText } from './docs/project.ts';
import { checkForm } from './workflows/check-form.ts';
import { checkWorkflow, type Workflow } from './workflows/check-workflow.ts';

const filesOf = (pattern: string) => globSync(pattern, { cwd: join(import.meta.dirname, '..') }).sort();
const project = { ...readProject(), suites: suiteNames };
const workflows = filesOf('.github/workflows/*.yml');
const forms = filesOf('.github/ISSUE_TEMPLATE/*.yml').filter((file) => !file.endsWith('config.yml'));
const yaml = (path: string): unknown => parse(readText(path));

test('there are workflows and forms to look at', () => {
  expect(workflows).toEqual(['.github/workflows/ci.yml', '.github/workflows/release.yml']);
  expect(forms.length).toBe(2);
});

test.each(workflows)('%s has few rights, an end, and names only what exists', (path) => {
  expect(checkWorkflow(yaml(path) as Workflow, project)).toEqual([]);
});

describe('a workflow', () => {
  const good = `
on: { push: { branches: [main] } }
permissions: { contents: read }
concurrency: { group: ci }
jobs:
  tests:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    strategy: { matrix: { suite: [failover, api] } }
    env: { SUITE: '\${{ matrix.suite }}' }
    steps:
      - uses: actions/checkout@v6
      - run: npm ci --no-audit
      - run: npm test -- "$SUITE"
      - run: npm run test:int -- --testPathPatterns packages/messaging services/ --maxWorkers=2
      - run: docker compose -f docker/engines.compose.yaml up
`;

  test('that is well made has no fault', () => {
    expect(checkWorkflow(parse(good), project)).toEqual([]);
  });

  test.each([
    ['permissions: { contents: read }', '', 'the workflow states no permissions'],
    [
      'permissions: { contents: read }',
      'permissions: write-all',
      'the workflow has write-all, not single permissions',
    ],
    ['contents: read', 'packages: write', 'the workflow has write for packages'],
    [
      'timeout-minutes: 10',
      'permissions: { actions: write }\n    timeout-minutes: 10',
      'tests: the job has write for actions',
    ],
    ['concurrency: { group: ci }', '', 'the workflow states no concurrency'],
    ['push: {', 'pull_request_target: {', 'pull_request_target gives a stranger the rights of the project'],
    ['    timeout-minutes: 10\n', '', 'tests: has no timeout-minutes of at most 180'],
    ['timeout-minutes: 10', 'timeout-minutes: 360', 'tests: has no timeout-minutes of at most 180'],
    [
      'timeout-minutes: 10',
      'timeout-minutes: 10\n    needs: [nobody]',
      'tests: needs nobody, which is no job',
    ],
    ['checkout@v6', 'checkout@main', 'tests: actions/checkout@main is not pinned by a major version'],
    ['actions/checkout@v6', './.github/gone', 'tests: there is no ./.github/gone'],
    ['npm ci', 'npm run nowhere', 'tests: package.json has no script: nowhere'],
    ['npm ci', 'npm nothing', 'tests: package.json has no script: nothing'],
    ['failover, api', 'failover, gone', 'tests: npm test has no suite: gone'],
    ['-- "$SUITE"', '-- lint gone', 'tests: npm test has no suite: gone'],
    ['services/ --max', 'servants/ --max', 'tests: no int test has servants/ in its path'],
    ['engines.compose.yaml', 'gone.yaml', 'tests: there is no file or folder: docker/gone.yaml'],
    ['"$SUITE"', '${{ matrix.suite }}', 'tests: a script holds an expression: hand it over in env'],
  ])('in which %j became %j is refused: %s', (before, after, fault) => {
    expect(good).toContain(before);
    expect(checkWorkflow(parse(good.replace(before, () => after)), project)).toContain(fault);
  });
});

test.each(forms)('%s is a form that GitHub can show', (path) => {
  expect(checkForm(yaml(path))).toEqual([]);
});

test.each([
  [{}, ['has no name', 'has no description', 'asks for nothing']],
  [
    { name: 'a', description: 'b', body: [{ type: 'field' }, { type: 'input', id: 'x', attributes: {} }] },
    ['field is no type of a field', 'a field has no label'],
  ],
  [
    {
      ...{ name: 'a', description: 'b' },
      body: ['x', 'x'].map((id) => ({ type: 'input', id, attributes: { label: 'One' } })),
    },
    ['two fields are called x'],
  ],
])('a broken form is refused: %j', (form, faults) => {
  expect(checkForm(form)).toEqual(faults);
});

test('an issue is begun with a form, and a pull request with a template that names only what exists', () => {
  expect(yaml('.github/ISSUE_TEMPLATE/config.yml')).toEqual({ blank_issues_enabled: false });
  // GitHub puts it into the pull request, which lies at no path of the project: links are relative to nothing.
  const template = readText('.github/PULL_REQUEST_TEMPLATE.md');
  expect(template).not.toMatch(/\]\(/);
  expect(checkDocument('PULL_REQUEST_TEMPLATE.md', template, project)).toEqual([]);
});

test('Node is of one version: in .nvmrc, the images, the dev container and the packages', () => {
  const version = readText('.nvmrc').trim();
  const container = JSON.parse(readText('.devcontainer/devcontainer.json'));
  expect(container.image).toMatch(new RegExp(`node:${version}-`));
  expect(container.forwardPorts).toEqual([4100]);
  expect(readText('docker/Dockerfile')).toContain(`node:${version}-`);
  const command = JSON.parse(readText('packages/cli/package.json'));
  expect(command.dependencies.node).toMatch(new RegExp(`^\\^${version}\\.`));
});
