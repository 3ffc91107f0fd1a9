import { afterEach, expect, test } from '@jest/globals';
import { askGraphql } from './graphql-client.ts';
import { respond, startGateway } from './upstream.ts';

let gateway: Awaited<ReturnType<typeof startGateway>>;
afterEach(() => gateway.stop());

const from = { model: 'facts', caughtUp: true, viewVersion: 'v1' };
const share = { population: 4, count: 2, share: 0.5, low: 0.2, high: 0.8 };
const pay = { count: 20, p10: 1, p25: 2, median: 3, p75: 4, p90: 5 };
const side = (name: string) => ({ name, filter: { role: name }, population: 4 });

// The responses of analytics by URL.
const responses: Record<string, object> = {
  '/v1/skills/go/pairs?role=data&top=1': {
    ...{ skillId: 'go', filter: {}, population: 9, count: 4, answeredFrom: from },
    pairs: [{ skillId: 'sql', ...share, lift: 1.5 }],
  },
  '/v1/skills/go/salary?country=DE': {
    ...{ skillId: 'go', filter: {}, with: pay, without: { ...pay, median: null }, answeredFrom: from },
  },
  '/v1/salaries?by=seniority&category=cloud': {
    ...{ skills: [{ skillId: 'aws', ...pay }] },
    ...{
      filter: { category: 'cloud' },
      by: 'seniority',
      all: pay,
      groups: [{ name: 'senior', ...pay }],
      answeredFrom: from,
    },
  },
  '/v1/compare/skills?a=go&b=sql&country=DE': {
    ...{
      filter: { country: 'DE' },
      a: { skillId: 'go', ...share, pay },
      b: { skillId: 'sql', ...share, pay },
    },
    ...{ months: [{ month: '2025-01', a: share, b: { ...share, count: 1 } }], answeredFrom: from },
  },
  '/v1/compare?a=data&b=qa&by=role&top=1': {
    ...{ by: 'role', a: side('data'), b: side('qa'), answeredFrom: from },
    skills: [{ skillId: 'go', a: share, b: share, difference: 0, low: -0.1, high: 0.1 }],
  },
};

test('pairs, pay and comparisons use their URLs of REST, and return the selected fields', async () => {
  gateway = await startGateway({
    analytics: (req, res) => respond(responses[req.url!] ?? { version: null })(req, res),
  });
  const { data, errors } = (await askGraphql(
    gateway.url,
    `{
      pairs(skillId: "go", role: DATA, top: 1) { count pairs { skillId share lift } }
      salary(skillId: "go", country: "DE") { with { median } without { median } }
      salaries(by: SENIORITY, category: "cloud") { by groups { name p90 } skills { skillId median } }
      compareSkills(a: "go", b: "sql", country: "DE") {
        a { skillId share } b { pay { median } } months { month b { count } }
      }
      compare(by: ROLE, a: "data", b: "qa", top: 1) { a { name } b { population } skills { difference b { count } } }
    }`,
    {},
  )) as { data: object; errors?: unknown };
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    pairs: { count: 4, pairs: [{ skillId: 'sql', share: 0.5, lift: 1.5 }] },
    salary: { with: { median: 3 }, without: { median: null } },
    salaries: {
      by: 'SENIORITY',
      groups: [{ name: 'senior', p90: 5 }],
      skills: [{ skillId: 'aws', median: 3 }],
    },
    compareSkills: {
      ...{ a: { skillId: 'go', share: 0.5 }, b: { pay: { median: 3 } } },
      months: [{ month: '2025-01', b: { count: 1 } }],
    },
    compare: {
      ...{ a: { name: 'data' }, b: { population: 4 } },
      skills: [{ difference: 0, b: { count: 2 } }],
    },
  });
});
