import { expect, test } from '@jest/globals';
import { loadModel } from '../model/load-model.ts';
import { createTagger } from '../tagging/create-tagger.ts';
import { loadTaxonomy } from '../taxonomy/load-taxonomy.ts';
import { cases } from './cases.ts';

const tagger = createTagger(loadTaxonomy(), loadModel());
const ids = (text: string, organization?: string) =>
  new Set(tagger.tag(text, organization).map(({ skillId }) => skillId));
const reasons = (text: string, organization?: string) =>
  Object.fromEntries(
    tagger.decide(text, organization).map(({ match, reason }) => [match.skill.id, reason.by]),
  );

test.each(cases)('%s in %j: %s', (skill, text, meant) => {
  expect(ids(text).has(skill)).toBe(meant);
});

test.each([
  ['MongoDB', 'We are MongoDB. You know MongoDB and Python.'],
  ['MongoDB, Inc.', 'You know Mongo DB and Python.'],
  ['Docker Inc', 'Docker and Python'],
])('the own name of %s is not a skill, in any context', (organization, text) => {
  expect(ids(text, organization)).toEqual(new Set(['python']));
  expect(Object.values(reasons(text, organization))).toContain('own-name');
});

test('a skill that is only a part of the name of the employer is accepted', () => {
  expect(ids('You know Python.', 'Python Charmers Academy')).toEqual(new Set(['python']));
});

test.each([
  ['No Java, we use Python.', ['python']],
  ['Python without Docker', ['python']],
  ['PHP is not needed, Python is.', ['python']],
  ['PHP experience is not required. Python is.', ['python']],
  ["You don't need Java or Kotlin. Python is enough.", ['python']],
  ['No prior Java experience; Python is fine.', ['python']],
  ['Not only Java but Python', ['java', 'python']],
  ['No meetings. Java and Python.', ['java', 'python']],
  ['Say no: Java and Python', ['java', 'python']],
  ['We use NoSQL, not SQL.', ['nosql']],
])('negation: %j gives %j', (text, expected) => {
  expect([...ids(text)].sort()).toEqual(expected);
});

test.each([
  ['You know Python. Our customers include Databricks and Cloudflare.', ['python']],
  ['You know Python. It powers AI teams at companies like Replit, Clay, Cloudflare and Docker.', ['python']],
  ['Founded by ex-AWS and MongoDB people. You know Python.', ['python']],
  ['Backed by YC and executives from Cloudflare, Okta and Docker. You know Python.', ['python']],
  ['100+ integrations with systems like Adobe Experience Manager and GitLab; written in Python', ['python']],
  ['Technologies like Docker, Kubernetes and Cloudflare', ['cloudflare', 'docker', 'kubernetes']],
  ['Our customers run Docker. We work with Kubernetes.', ['docker', 'kubernetes']],
  ['Work with clients (Docker, Kubernetes)', ['docker', 'kubernetes']],
])('companies: %j gives %j', (text, expected) => {
  expect([...ids(text)].sort()).toEqual(expected);
});

test('"AWS EC2" names AWS, and then EC2', () => {
  expect(tagger.tag('On AWS EC2 and AWS Lambda.').map(({ skillId, text }) => [skillId, text])).toEqual([
    ['aws', 'AWS'],
    ['ec2', 'EC2'],
    ['aws', 'AWS'],
    ['lambda', 'Lambda'],
  ]);
});

test('names in lower case count only in a list of skills', () => {
  expect([...ids('python, flask, postgres, chef')].sort()).toEqual(['chef', 'flask', 'postgresql', 'python']);
  expect(ids('Bring a flask to the python talk.').has('flask')).toBe(false);
});
