import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';

const runtime = new URL('index.ts', import.meta.url).href;

/** What a service logs that has ended a span and then ends like this. */
const logged = (end: string): string[] => {
  const script = `
    import { createLog, reportCrashes, serviceTelemetry } from '${runtime}';
    const log = createLog('tagging', 'info');
    reportCrashes(log, {});
    const config = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9', OTEL_TRACES_SAMPLER_ARG: 1 };
    const { tracer } = await serviceTelemetry('tagging', config, log);
    tracer.root('x').end();
    ${end}`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
  });
  return stdout
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [(JSON.parse(line) as { msg: string }).msg]));
};

test('a process that ends by its deadline says that spans were not sent', () => {
  expect(logged('process.exit(1);')).toEqual(['the last spans were not sent']);
});

test('one that ends by an error does so before its crash report, which stays the last line', () => {
  expect(logged(`throw new Error('x');`)).toEqual(['the last spans were not sent', 'crash report']);
});
