import { expect, test } from '@jest/globals';
import { curlFaults, testRunFaults } from './check-commands.ts';

const scopeOf = (operation: string) =>
  ({ 'POST /v1/postings': 'postings:write', 'GET /v1/demand': null })[operation];

test.each<[string, string[]]>([
  ["curl 'http://127.0.0.1:4100/v1/demand?top=5'", []],
  ["curl -s -w '%{time}' -o /dev/null 'http://127.0.0.1:4100/v1/demand'", []],
  ["curl http://127.0.0.1:4100/v1/postings -d '{}'", ['POST /v1/postings takes a token with postings:write']],
  [
    "curl http://127.0.0.1:4111/v1/postings -H 'content-type: application/json' \\\n  -d '{}'",
    ['POST /v1/postings takes a token with postings:write'],
  ],
  ['curl -X POST localhost:4100/v1/postings -H "Authorization: Bearer $TOKEN" -d \'{}\'', []],
  ['curl localhost:4100/v1/demands', ['nobody serves GET /v1/demands']],
  ['curl https://keycloak.login.svc:8443/realms/x -d a=b', []],
])('%s has the faults %p', (code, faults) => expect(curlFaults(code, { scopeOf })).toEqual(faults));

const files: Record<string, string> = {
  'a/transform.int.test.ts': "test('a poison record', …)",
  'test/pipeline.e2e.test.ts': '',
  'test/flows/pipeline.ts': "test('one trace id', …)",
};
const project = { tests: Object.keys(files), read: (path: string) => files[path] ?? null };

test.each<[string, string[]]>([
  ['npm run test:int -- --testPathPatterns transform', []],
  ['npm run test:int -- --testPathPatterns transform -t poison', []],
  ["npm run test:e2e -- --testPathPatterns pipeline -t 'one trace id'", []],
  ['npm run test:unit -- --testPathPatterns transform', ['no unit test has transform in its path']],
  ['npm run test:int -- --testPathPatterns transform -t venom', ['no test there has "venom" in its name']],
])('%s has the faults %p', (code, faults) => expect(testRunFaults(code, project)).toEqual(faults));
