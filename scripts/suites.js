/** Checks, each with the tasks of turbo that it is. */
export const checks = {
  lint: ['lint'],
  format: ['format:check'],
  types: ['types'],
  unused: ['unused'],
  unit: ['test:unit', 'test:root'],
};

/**
 * Projects of jest.config.js, with how many of their files run at a time: a file of int shares its engines with the
 * others, one of e2e is a platform with engines of its own. Of two cores jest by itself would leave one free.
 */
export const projects = {
  int: 2,
  e2e: 2,
  failover: 2,
  browser: 2,
  attack: 1,
  quality: 1,
  api: 1,
  rules: 1,
  docker: 1,
  charts: 1,
  // One cluster for all.
  cluster: 1,
  installs: 1,
  endurance: 1,
};

/**
 * How many files of projects that run together share two cores. With four of them each took three times as long, and
 * services answered that they were overloaded.
 */
const TOGETHER = 2;

/** What runs when no suite is named: what needs no more than the JDK and Maven. */
export const unnamed = [...Object.keys(checks), 'int+e2e'];

/** Names of all suites. */
export const suiteNames = [...Object.keys(checks), ...Object.keys(projects)];

/**
 * Finds the projects that a name stands for: one, or several with a plus between them, which run together.
 * @param {string} name
 * @returns {{ projects: string[], workers: number } | null} null where it names no project, or one that is none
 */
export const findProjects = (name) => {
  const named = name.split('+');
  if (!named.every((one) => Object.hasOwn(projects, one))) return null;
  return { projects: named, workers: named.length > 1 ? TOGETHER : projects[name] };
};
