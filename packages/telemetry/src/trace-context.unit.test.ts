import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { extractContext, formatTraceparent, injectContext, parseTraceparent } from './trace-context.ts';

const hex = (length: number) =>
  fc
    .string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length })
    .filter((id) => /[^0]/.test(id));
const contexts = fc.record({ traceId: hex(32), spanId: hex(16), sampled: fc.boolean() });

const T = '4bf92f3577b34da6a3ce929d0e0e4736';
const S = '00f067aa0ba902b7';

test('what is written is read again, with what other systems say of it', () => {
  const states = fc.option(fc.constantFrom('a=1', 'vendor=t61rcWkgMzE,other=2'), { nil: undefined });
  fc.assert(
    fc.property(contexts, states, (context, state) => {
      expect(parseTraceparent(formatTraceparent(context))).toEqual(context);
      const whole = { ...context, ...(state !== undefined && { state }) };
      expect(extractContext(injectContext(whole))).toEqual(whole);
    }),
  );
});

test('only the lowest flag says sampled', () => {
  expect(parseTraceparent(`00-${T}-${S}-03`)).toEqual({ traceId: T, spanId: S, sampled: true });
  expect(parseTraceparent(`00-${T}-${S}-02`)).toEqual({ traceId: T, spanId: S, sampled: false });
});

test.each([
  ['absent', undefined],
  ['empty', ''],
  ['a word', 'hello'],
  ['upper case', `00-${T.toUpperCase()}-${S}-01`],
  ['a trace id of zeros', `00-${'0'.repeat(32)}-${S}-01`],
  ['a span id of zeros', `00-${T}-${'0'.repeat(16)}-01`],
  ['a short trace id', `00-${T.slice(1)}-${S}-01`],
  ['no flags', `00-${T}-${S}`],
  ['more than version 00 has', `00-${T}-${S}-01-more`],
  ['the forbidden version', `ff-${T}-${S}-01`],
  ['a line break after it', `00-${T}-${S}-01\n`],
])('nothing is read from a header that is malformed: %s', (_, header) => {
  expect(parseTraceparent(header)).toBeNull();
});

test.each([
  ['longer than every system passes on', 'a='.repeat(300)],
  ['not of visible ASCII', 'a=ü'],
  ['sent twice', ['a=1', 'b=2']],
])('a tracestate is left out when it is %s', (_, tracestate) => {
  const traceparent = `00-${T}-${S}-01`;
  expect(extractContext({ traceparent, tracestate })).toEqual({ traceId: T, spanId: S, sampled: true });
});
