import { expect, test } from '@jest/globals';
import jestConfig from '../jest.config.js';
import { findProjects, projects } from './suites.js';

test('each project of Jest but unit, which turbo runs, is a suite', () => {
  const names = jestConfig.projects.map(({ displayName }) => displayName);
  expect(Object.keys(projects).sort()).toEqual(names.filter((name) => name !== 'unit').sort());
});

test('names with a plus between them run together; what is no project is found nowhere', () => {
  expect(findProjects('int')).toEqual({ projects: ['int'], workers: 2 });
  expect(findProjects('int+e2e')).toEqual({ projects: ['int', 'e2e'], workers: 2 });
  for (const wrong of ['', 'lint', 'int+', 'int+lint', 'toString'])
    expect([wrong, findProjects(wrong)]).toEqual([wrong, null]);
});
