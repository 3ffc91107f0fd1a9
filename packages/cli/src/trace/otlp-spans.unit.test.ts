import { describe, expect, test } from '@jest/globals';
import { spansOf } from './otlp-spans.ts';

const SPAN = '00f067aa0ba902b7';
const PARENT = '53995c3f42cd8ad8';
const resourceSpans = (span: object) => [
  {
    resource: { attributes: [{ key: 'service.name', value: { stringValue: 'tagging' } }] },
    scopeSpans: [{ scope: { name: 'skillstream' }, spans: [span] }],
  },
];
const times = { startTimeUnixNano: '1700000000000250000', endTimeUnixNano: '1700000000001250000' };
const expected = {
  ...{ spanId: SPAN, parentId: PARENT, service: 'tagging', name: 'process' },
  ...{ startMs: 1_700_000_000_000.25, endMs: 1_700_000_000_001.25, failed: true },
};
const base64 = (hex: string) => Buffer.from(hex, 'hex').toString('base64');

describe('spans are read', () => {
  test.each([
    [
      'from Jaeger',
      {
        result: {
          resourceSpans: resourceSpans({
            ...{ spanId: SPAN, parentSpanId: PARENT, name: 'process', kind: 5, status: { code: 2 } },
            ...times,
          }),
        },
      },
    ],
    [
      'from Tempo, whose ids are base64 and whose codes are words',
      {
        trace: {
          resourceSpans: resourceSpans({
            ...{ spanId: base64(SPAN), parentSpanId: base64(PARENT), name: 'process' },
            ...{ kind: 'SPAN_KIND_CONSUMER', status: { code: 'STATUS_CODE_ERROR' } },
            ...times,
          }),
        },
      },
    ],
  ])('%s', (_store, response) => expect(spansOf(response)).toEqual([expected]));

  test('without a parent where the store has an empty one, and in the order in which they began', () => {
    const early = { spanId: 'aa', parentSpanId: '', name: 'a', ...times, startTimeUnixNano: '5' };
    const late = { spanId: 'bb', name: 'b', ...times };
    const found = spansOf({ result: { resourceSpans: [...resourceSpans(late), ...resourceSpans(early)] } });
    expect(found.map(({ name, parentId }) => [name, parentId])).toEqual([
      ['a', null],
      ['b', null],
    ]);
  });
});

test.each([[null], [{}], [{ data: [] }], [{ result: { resourceSpans: resourceSpans({ spanId: 7 }) } }]])(
  'what is no trace is refused: %j',
  (response) => expect(() => spansOf(response)).toThrow(),
);
