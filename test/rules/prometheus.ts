import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { stringify } from 'yaml';
import { until } from '@skillstream/async/testing';
import type { RuleGroup } from '@skillstream/observability';
import { NEEDS_PROMETHEUS } from './promtool.ts';

export type Sample = { labels: Record<string, string>; value: number };
type Answer = {
  status: string;
  error?: string;
  data: { result: { metric: Sample['labels']; value: [number, string] }[] };
};

/** Services as targets: the names and the URLs. */
export type Targets = Readonly<Record<string, string>>;

const scrapeOf = (targets: Targets, dropped?: string) => ({
  job_name: 'skillstream',
  honor_labels: true,
  static_configs: Object.entries(targets).map(([service, url]) => ({
    targets: [new URL(url).host],
    labels: { service },
  })),
  ...(dropped && {
    metric_relabel_configs: [
      { source_labels: ['__name__'], regex: `${dropped}(_bucket|_sum|_count)?`, action: 'drop' },
    ],
  }),
});

/**
 * Starts this machine's Prometheus on a free port of the loopback, with a folder of its own.
 * @param groups the rules that it evaluates
 * @param dropped a metric that it does not store, as if nothing measured it
 * @param scrapeEvery a duration of Prometheus; also how long a service may take to answer
 */
export const startPrometheus = async (
  targets: Targets,
  groups: readonly RuleGroup[],
  { dropped, scrapeEvery = '1s' }: { dropped?: string; scrapeEvery?: string } = {},
) => {
  const folder = mkdtempSync(join(tmpdir(), 'skillstream-prometheus-'));
  const write = (name: string, content: object) => writeFileSync(join(folder, name), stringify(content));
  write('rules.yaml', { groups });
  write('prometheus.yml', {
    global: { scrape_interval: scrapeEvery, scrape_timeout: scrapeEvery, evaluation_interval: '1s' },
    rule_files: ['rules.yaml'],
    scrape_configs: [scrapeOf(targets, dropped)],
  });
  const child = spawn(
    'prometheus',
    [
      `--config.file=${join(folder, 'prometheus.yml')}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      '--web.listen-address=127.0.0.1:0',
      '--enable-feature=exemplar-storage',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const failed = once(child, 'error').then(([error]) => {
    throw new Error(NEEDS_PROMETHEUS, { cause: error });
  });
  const log: string[] = [];
  const address = new Promise<string>((found, fail) => {
    createInterface(child.stderr!).on('line', (line) => {
      log.push(line);
      const [, at] = /Listening on.* address=(127\.0\.0\.1:[1-9]\d*)/.exec(line) ?? [];
      if (at) found(at);
    });
    child.on('exit', () => fail(new Error(`prometheus ended: ${log.slice(-5).join('\n')}`)));
  });
  const url = `http://${await Promise.race([address, failed])}`;
  failed.catch(() => undefined);

  const query = async (expr: string): Promise<Sample[]> => {
    const body = new URLSearchParams({ query: expr });
    const response = await fetch(`${url}/api/v1/query`, { method: 'POST', body });
    const { status, error, data } = (await response.json()) as Answer;
    if (status !== 'success') throw new Error(`${error}: ${expr}`);
    return data.result.map(({ metric, value: [, value] }) => ({ labels: metric, value: Number(value) }));
  };
  await until('prometheus is ready', async () => (await fetch(`${url}/-/ready`)).ok);
  return {
    query,
    /** The ids of traces that are named beside measurements of a metric. */
    exemplars: async (metric: string): Promise<string[]> => {
      const nowS = Date.now() / 1000;
      const range = { start: String(nowS - 3600), end: String(nowS + 60) };
      const response = await fetch(
        `${url}/api/v1/query_exemplars?${new URLSearchParams({ query: metric, ...range })}`,
      );
      const { data } = (await response.json()) as {
        data: { exemplars: { labels: Record<string, string> }[] }[];
      };
      return data.flatMap(({ exemplars }) => exemplars.map(({ labels }) => labels['trace_id'] ?? ''));
    },
    /** The names of the alerts that fire, or whose condition holds and has not held for long enough. */
    alerts: async (state: 'firing' | 'pending') => {
      const samples = await query(`ALERTS{alertstate="${state}"}`);
      return [...new Set(samples.map(({ labels }) => labels['alertname']!))].sort();
    },
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

export type Prometheus = Awaited<ReturnType<typeof startPrometheus>>;
