import { expect, test } from '@jest/globals';
import { skillsIn } from './skills-in.ts';

test.each([
  ['/v1/demand?top=3', []],
  ['/v1/skills/go/trend', ['go']],
  ['/v1/skills/c%23/pairs?top=3', ['c#']],
  ['/v1/skills/a%2Fb/salary?role=data', ['a/b']],
  ['/v1/skills/go', []],
  ['/v1/skills/%FF/trend', []],
  ['/v1/compare/skills?a=go&b=Rust&from=2025-01', ['go', 'Rust']],
  ['/v1/compare/skills?a=go', ['go']],
  // Express treats these as the same paths.
  ['/v1/Skills/Go/Trend/', ['Go']],
  ['/V1/skills/go/pairs?top=3', ['go']],
  ['/v1/Compare/Skills/?a=go&b=rust', ['go', 'rust']],
])('%s is about %j', (queryPath, ids) => {
  expect(skillsIn(queryPath)).toEqual(ids);
});
