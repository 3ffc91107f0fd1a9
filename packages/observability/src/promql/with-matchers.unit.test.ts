import { expect, test } from '@jest/globals';
import { withMatchers } from './with-matchers.ts';

test.each([
  ['a', 'a{N="n"}'],
  ['a:b:rate5m > 0.5', 'a:b:rate5m{N="n"} > 0.5'],
  ['a{}', 'a{N="n"}'],
  ['a {b="c",}', 'a {b="c",N="n"}'],
  ['{__name__=~"a.*"}', '{__name__=~"a.*",N="n"}'],
  [String.raw`a{b=~"x{2}\"}",c='}'} == 1e3`, String.raw`a{b=~"x{2}\"}",c='}',N="n"} == 1e3`],
  ['sum by (a, b) (rate(c[5m] offset 1h))', 'sum by (a, b) (rate(c{N="n"}[5m] offset 1h))'],
  ['sum(a) by (b) / on (c) group_left (d) e', 'sum(a{N="n"}) by (b) / on (c) group_left (d) e{N="n"}'],
  ['max_over_time(a[1h:$__interval])', 'max_over_time(a{N="n"}[1h:$__interval])'],
  [
    'a > bool 0 and on () b unless ignoring (a) c',
    'a{N="n"} > bool 0 and on () b{N="n"} unless ignoring (a) c{N="n"}',
  ],
  ['label_replace(vector(0), "a", "b", "", "")', 'label_replace(vector(0), "a", "b", "", "")'],
  ['time() - topk(3, a) OR -Inf * .5', 'time() - topk(3, a{N="n"}) OR -Inf * .5'],
  ["count_values('a', b) + `c`", 'count_values(\'a\', b{N="n"}) + `c`'],
])('%s: every selector has the matcher, and nothing else', (expr, expected) => {
  expect(withMatchers(expr, 'N="n"')).toBe(expected);
});
