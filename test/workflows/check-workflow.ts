import { npmFaults, type Runs } from './check-run.ts';

/** A workflow of GitHub as its YAML says it: what is not looked at has no name here. */
export type Workflow = {
  on?: unknown;
  permissions?: unknown;
  concurrency?: unknown;
  jobs?: Record<string, Job>;
};
type Job = {
  uses?: string;
  needs?: string | string[];
  permissions?: unknown;
  'runs-on'?: string;
  'timeout-minutes'?: number;
  strategy?: { matrix?: Record<string, unknown> };
  env?: Record<string, string>;
  steps?: Step[];
};
type Step = { uses?: string; run?: string; with?: Record<string, unknown>; env?: Record<string, string> };

/** What steps may name. */
export type Project = Runs & { exists: (path: string) => boolean };

const MAX_MINUTES = 180;
const ACTION = /^[\w.-]+\/[\w./-]+@v\d+$/;
// Scopes that a release has use for; no other may be written.
const writable = ['contents', 'packages', 'id-token'];
const PATH = /(?<![\w./:@$~{-])\.?[\w-]+(?:\/[\w.-]+)*\/[\w.-]+\/?(?![\w@:*{/])/g;

const permissionIssues = (permissions: unknown, at: string, topmost: boolean): string[] => {
  if (permissions === undefined) return topmost ? [`${at} states no permissions`] : [];
  if (typeof permissions !== 'object' || permissions === null)
    return [`${at} has ${permissions}, not single permissions`];
  return Object.entries(permissions)
    .filter(([scope, access]) => access !== 'read' && (topmost || !writable.includes(scope)))
    .map(([scope, access]) => `${at} has ${access} for ${scope}`);
};

const missingPaths = (text: string, { exists, tests }: Project): string[] =>
  [...text.matchAll(PATH)]
    .map(([path]) => path)
    // Only what begins in a folder of the project is sure to be meant as a path of it; of tests a part will do.
    .filter((path) => !path.startsWith('.skillstream') && exists(path.split('/')[0]!))
    .filter((path) => !exists(path) && !tests.some((file) => file.startsWith(path)))
    .map((path) => `there is no file or folder: ${path}`);

const usesFaults = (uses: string, { exists }: Project): string[] => {
  if (uses.startsWith('./')) return exists(uses.slice(2)) ? [] : [`there is no ${uses}`];
  return ACTION.test(uses) ? [] : [`${uses} is not pinned by a major version`];
};

const stepFaults = (step: Step, job: Job, project: Project): string[] => {
  const run = step.run ?? '';
  const texts = [run, ...Object.values(step.with ?? {}).map(String)];
  return [
    ...(step.uses === undefined && run === '' ? ['a step does nothing'] : []),
    ...(step.uses === undefined ? [] : usesFaults(step.uses, project)),
    // What is put into a script is run by it; from a variable it is a word.
    ...(run.includes('${{') ? ['a script holds an expression: hand it over in env'] : []),
    ...npmFaults(run, { ...job.env, ...step.env }, job.strategy?.matrix ?? {}, project),
    ...texts.flatMap((text) => missingPaths(text, project)),
  ];
};

const jobFaults = (name: string, job: Job, jobs: Record<string, Job>, project: Project): string[] => {
  const { 'timeout-minutes': minutes, steps = [] } = job;
  const faults = [
    ...[job.needs ?? []]
      .flat()
      .filter((other) => !Object.hasOwn(jobs, other))
      .map((other) => `needs ${other}, which is no job`),
    ...permissionIssues(job.permissions, 'the job', false),
    // A job that is another workflow takes its time from there.
    ...(job.uses === undefined ? [] : usesFaults(job.uses, project)),
    ...(job.uses !== undefined || (minutes !== undefined && minutes > 0 && minutes <= MAX_MINUTES)
      ? []
      : [`has no timeout-minutes of at most ${MAX_MINUTES}`]),
    ...(job.uses === undefined && steps.length === 0 ? ['has no steps'] : []),
    ...steps.flatMap((step) => stepFaults(step, job, project)),
  ];
  return faults.map((fault) => `${name}: ${fault}`);
};

/**
 * What is wrong with a workflow, beside what GitHub itself would refuse: rights that it does not need, jobs without an
 * end, actions that may change under it, and names that the project does not have.
 * @returns a line for each fault
 */
export const checkWorkflow = (
  { on, permissions, concurrency, jobs = {} }: Workflow,
  project: Project,
): string[] => [
  ...(JSON.stringify(on ?? '').includes('"pull_request_target"')
    ? ['pull_request_target gives a stranger the rights of the project']
    : []),
  ...permissionIssues(permissions, 'the workflow', true),
  ...(concurrency === undefined ? ['the workflow states no concurrency'] : []),
  ...(Object.keys(jobs).length === 0 ? ['the workflow has no jobs'] : []),
  ...Object.entries(jobs).flatMap(([name, job]) => jobFaults(name, job, jobs, project)),
];
