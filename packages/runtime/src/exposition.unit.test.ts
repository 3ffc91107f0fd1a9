import { expect, test } from '@jest/globals';
import { runIn } from '@skillstream/telemetry';
import { expositionFor } from './exposition.ts';
import { createMetrics } from './metrics.ts';

const [PLAIN, OPEN] = [expositionFor('*/*'), expositionFor('application/openmetrics-text')];
const context = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), sampled: true };
const measured = async (type: string, use: (seconds: { observe: (value: number) => void }) => void) => {
  const metrics = createMetrics('analytics');
  const seconds = metrics.histogram('posting_counted_seconds');
  metrics.counter('dead_letters_total').inc(3);
  use(seconds);
  return (await metrics.text(type)).split('\n');
};
const withExemplar = (lines: string[]) => lines.filter((line) => line.includes(' # {'));

test('what was measured within a sampled trace names the trace beside its bucket, and only there', async () => {
  const lines = await measured(OPEN, ({ observe }) => runIn(context, () => observe(0.3)));
  const [line, ...others] = withExemplar(lines);
  expect(others).toEqual([]);
  expect(line).toMatch(/^skillstream_posting_counted_seconds_bucket\{le="[\d.]+",service="analytics"\} 1 # /);
  expect(line).toContain(` # {trace_id="${'a'.repeat(32)}",span_id="${'b'.repeat(16)}"} 0.3 `);
  expect(lines.slice(-2)).toEqual(['# EOF', '']);
});

test('outside of a trace, and within one that is not sampled, there is none', async () => {
  const lines = await measured(OPEN, ({ observe }) => {
    observe(0.3);
    runIn({ ...context, sampled: false }, () => observe(0.3));
  });
  expect(withExemplar(lines)).toEqual([]);
  expect(lines).toContain('skillstream_posting_counted_seconds_count{service="analytics"} 2');
});

test('the older format has neither exemplars nor a last line, and heads that are named like their samples', async () => {
  const lines = await measured(PLAIN, ({ observe }) => runIn(context, () => observe(0.3)));
  expect(withExemplar(lines)).toEqual([]);
  expect(lines).not.toContain('# EOF');
  const type = lines.indexOf('# TYPE skillstream_dead_letters_total counter');
  expect(lines[type - 1]).toMatch(/^# HELP skillstream_dead_letters_total \S/);
  expect(lines[type + 1]).toBe('skillstream_dead_letters_total{service="analytics"} 3');
  for (const line of lines) expect(line).not.toMatch(/_total_total/);
});
