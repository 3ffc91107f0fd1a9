import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createMetrics } from '@skillstream/runtime';
import { stringify } from 'yaml';

type Target = { address: string; labels: Record<string, string> };

/** What a service that measures lag shows to Prometheus, without the rest of it. */
export const startTarget = async (service: string, labels: Record<string, string>) => {
  const metrics = createMetrics(service);
  const lag = metrics.gauge('consumer_lag_seconds');
  const server = createServer((_request, response) => {
    void metrics.registry.metrics().then((text) => response.end(text));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return { address: `127.0.0.1:${port}`, labels, lag, stop: () => server.close() };
};

/** A Prometheus that reads the targets every second, on a port that it chooses. @throws Error when it ends instead */
export const startPrometheus = async (targets: Target[]) => {
  const folder = mkdtempSync(join(tmpdir(), 'skillstream-prometheus-'));
  const config = {
    global: { scrape_interval: '1s', scrape_timeout: '1s' },
    scrape_configs: [
      {
        job_name: 'services',
        // As the charts' ServiceMonitors ask for it.
        honor_labels: true,
        static_configs: targets.map(({ address, labels }) => ({ targets: [address], labels })),
      },
    ],
  };
  writeFileSync(join(folder, 'prometheus.yml'), stringify(config));
  const args = [
    `--config.file=${join(folder, 'prometheus.yml')}`,
    `--storage.tsdb.path=${join(folder, 'data')}`,
    '--web.listen-address=127.0.0.1:0',
  ];
  const child = spawn('prometheus', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const said: string[] = [];
  const port = await new Promise<string>((resolve, reject) => {
    child.once('error', (cause) => reject(new Error('this test needs prometheus on the PATH', { cause })));
    child.once('close', () => reject(new Error(`prometheus ended: ${said.join('\n')}`)));
    createInterface(child.stderr).on('line', (line) => {
      said.push(line);
      const found = /msg="Listening on" address=127\.0\.0\.1:(\d+)/.exec(line);
      if (found) resolve(found[1]!);
    });
  });

  /** What an instant query answers now: the values of its series. @throws Error when it is refused */
  const query = async (text: string): Promise<number[]> => {
    const url = `http://127.0.0.1:${port}/api/v1/query?${new URLSearchParams({ query: text }).toString()}`;
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
    const { data } = (await response.json()) as { data: { result: { value: [number, string] }[] } };
    return data.result.map(({ value }) => Number(value[1]));
  };
  const stop = async () => {
    child.kill();
    await ended;
    rmSync(folder, { recursive: true });
  };
  return { query, stop };
};
