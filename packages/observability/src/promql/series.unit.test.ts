import { expect, test } from '@jest/globals';
import { bucketsOf, counter, countOf, gauge, sumOf, within } from './series.ts';

test('series carry the prefix, and labels as PromQL writes them', () => {
  expect(gauge('outbox_backlog')).toBe('skillstream_outbox_backlog');
  expect(counter('dead_letters_total', { service: 'tagging' })).toBe(
    'skillstream_dead_letters_total{service="tagging"}',
  );
  expect(sumOf('relay_batch_seconds')).toBe('skillstream_relay_batch_seconds_sum');
  expect(bucketsOf('relay_batch_seconds')).toBe('skillstream_relay_batch_seconds_bucket');
  const status = { matches: '5..' };
  expect(countOf('http_request_seconds', { service: 'gateway', status, method: { not: 'HEAD' } })).toBe(
    'skillstream_http_request_seconds_count{service="gateway",status=~"5..",method!="HEAD"}',
  );
  expect(countOf('http_request_seconds', { route: { notMatching: 'a"b\\.c' } })).toBe(
    String.raw`skillstream_http_request_seconds_count{route!~"a\"b\\.c"}`,
  );
});

test('a bound of a bucket is matched as Prometheus 2 and as Prometheus 3 store it', () => {
  expect(within('posting_counted_seconds', 10)).toBe(
    String.raw`skillstream_posting_counted_seconds_bucket{le=~"10(\\.0)?"}`,
  );
  expect(within('http_request_seconds', 0.25)).toBe('skillstream_http_request_seconds_bucket{le="0.25"}');
});

test('what is not in the table of metrics does not compile', () => {
  const wrong = [
    // @ts-expect-error there is no such metric
    () => gauge('consumer_lag'),
    // @ts-expect-error it is a gauge
    () => counter('outbox_backlog'),
    // @ts-expect-error it has no such label
    () => gauge('consumer_lag_seconds', { topic: 'a' }),
  ];
  for (const make of wrong) expect(make).toThrow();
  // @ts-expect-error 11 s is no bucket
  expect(within('posting_counted_seconds', 11)).toContain('11');
});

test('of what the compiler does not see, a label or a service that does not fit throws', () => {
  expect(() => gauge('nodejs_active_handles', { sort: 'a' })).toThrow('has no label sort');
  expect(() => gauge('outbox_backlog', { service: 'gateway' })).toThrow('gateway does not report');
  expect(() => counter('process_open_fds')).toThrow('there is no counter');
});
