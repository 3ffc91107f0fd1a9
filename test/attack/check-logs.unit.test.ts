import { expect, test } from '@jest/globals';
import { checkLog } from './check-logs.ts';
import { markOf } from './generate.ts';

test('a line with text of a body is a finding that names the request; any other is none', () => {
  const mark = markOf(3, 41);
  const line = JSON.stringify({ level: 'info', error: `Unexpected token in ${mark}`, msg: 'request failed' });
  expect(checkLog('gateway', `{"msg":"listening"}\n${line}\nplain ${mark}\n`)).toEqual([
    {
      kind: 'text in a log',
      about: 'gateway, "request failed"',
      detail: expect.stringContaining(mark),
      numbers: [41],
    },
    { kind: 'text in a log', about: 'gateway, "no line of JSON"', detail: `plain ${mark}`, numbers: [41] },
  ]);
  expect(checkLog('gateway', '{"msg":"request failed","path":"/v1/tags"}\n')).toEqual([]);
});
