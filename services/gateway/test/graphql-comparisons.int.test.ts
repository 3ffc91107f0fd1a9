import { afterEach, expect, test } from '@jest/globals';
import { askGraphql } from './graphql-client.ts';
import { answer, startGateway } from './upstream.ts';

let gateway: Awaited<ReturnType<typeof startGateway>>;
afterEach(() => gateway.stop());

const from = { model: 'facts', caughtUp: true, viewVersion: 'v1' };
const share = { population: 4, count: 2, share: 0.5, low: 0.2, high: 0.8 };
const pay = { count: 20, p10: 1, p25: 2, median: 3, p75: 4, p90: 5 };
const side = (name: string) => ({ name, filter: { role: name }, population: 4 });

// What analytics answers by these addresses.
const answers: Record<string, object> = {
  '/v1/skills/go/pairs?role=data&top=1': {
    ...{ skillId: 'go', filter: {}, population: 9, count: 4, answeredFrom: from },
    pairs: [{ skillId: 'sql', ...share, lift: 1.5 }],
  },
  '/v1/skills/go/salary?country=DE': {
    ...{ skillId: 'go', filter: {}, with: pay, without: { ...pay, median: null }, answeredFrom: from },
  },
  '/v1/salaries?by=seniority': {
    ...{ filter: {}, by: 'seniority', all: pay, groups: [{ name: 'senior', ...pay }], answeredFrom: from },
  },
  '/v1/compare?a=data&b=qa&by=role&top=1': {
    ...{ by: 'role', a: side('data'), b: side('qa'), answeredFrom: from },
    skills: [{ skillId: 'go', a: share, b: share, difference: 0, low: -0.1, high: 0.1 }],
  },
};

test('pairs, pay and comparisons are asked by their addresses over REST, and given field by field', async () => {
  gateway = await startGateway({
    analytics: (req, res) => answer(answers[req.url!] ?? { version: null })(req, res),
  });
  const { data, errors } = (await askGraphql(
    gateway.url,
    `{
      pairs(skillId: "go", role: DATA, top: 1) { count pairs { skillId share lift } }
      salary(skillId: "go", country: "DE") { with { median } without { median } }
      salaries(by: SENIORITY) { by groups { name p90 } }
      compare(by: ROLE, a: "data", b: "qa", top: 1) { a { name } b { population } skills { difference b { count } } }
    }`,
    {},
  )) as { data: object; errors?: unknown };
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    pairs: { count: 4, pairs: [{ skillId: 'sql', share: 0.5, lift: 1.5 }] },
    salary: { with: { median: 3 }, without: { median: null } },
    salaries: { by: 'SENIORITY', groups: [{ name: 'senior', p90: 5 }] },
    compare: {
      ...{ a: { name: 'data' }, b: { population: 4 } },
      skills: [{ difference: 0, b: { count: 2 } }],
    },
  });
});
