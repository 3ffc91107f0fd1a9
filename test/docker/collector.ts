import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '@skillstream/async/testing';
import { parse, stringify } from 'yaml';
import { startOtlpReceiver, type OtlpReceiver } from '../platform/otlp-receiver.ts';
import { freePorts } from '../platform/platform.ts';
import { docker, dockerLogs } from './docker.ts';

type Config = {
  receivers: { otlp: { protocols: { http: { endpoint: string } } } };
  exporters: { otlphttp: { endpoint: string } };
  extensions: { health_check: { endpoint: string } };
};
const shipped = join(import.meta.dirname, '../../docker/observability/collector.yml');
const compose = join(import.meta.dirname, '../../docker/compose.yaml');

/** The collector of the profile `observability`, with its configuration, which passes traces on to a receiver. */
export const startCollector = async (): Promise<OtlpReceiver> => {
  const receiver = await startOtlpReceiver();
  const port = await freePorts();
  const [traces, health] = [`127.0.0.1:${port}`, `127.0.0.1:${port + 1}`];
  const config = parse(readFileSync(shipped, 'utf8')) as Config;
  config.receivers.otlp.protocols.http.endpoint = traces;
  config.exporters.otlphttp.endpoint = receiver.url;
  config.extensions.health_check.endpoint = health;
  const { services } = parse(readFileSync(compose, 'utf8')) as { services: { collector: { image: string } } };
  const folder = mkdtempSync(join(tmpdir(), 'skillstream-collector-'));
  let container: string | null = null;
  const stop = async () => {
    if (container !== null) await docker('rm', '-f', '-v', container);
    await receiver.stop();
    rmSync(folder, { recursive: true });
  };
  try {
    writeFileSync(join(folder, 'collector.yml'), stringify(config), { mode: 0o644 });
    const mounted = `${join(folder, 'collector.yml')}:/collector.yml:ro`;
    // In the network of the host: there the services are, and the receiver.
    container = await docker(
      ...['run', '-d', '--network', 'host', '-v', mounted, services.collector.image],
      '--config=/collector.yml',
    );
    await until('the collector is ready', async () => (await fetch(`http://${health}`)).ok);
  } catch (error) {
    const said = container === null ? '' : await dockerLogs(container);
    await stop();
    throw new Error(`the collector did not start: ${said}`, { cause: error });
  }
  return { ...receiver, url: `http://${traces}`, stop };
};
