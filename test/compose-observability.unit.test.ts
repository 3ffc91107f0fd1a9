import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';

type Service = { profiles?: string[]; volumes?: string[]; networks?: string[]; environment?: object };
const root = join(import.meta.dirname, '..');
const read = (file: string): unknown => parse(readFileSync(join(root, file), 'utf8'), { merge: true });
const { services } = read('docker/compose.yaml') as { services: Record<string, Service> };
const profile = Object.entries(services).filter(([, { profiles }]) => profiles?.includes('observability'));
const { prometheus, grafana, collector, jaeger } = services as Record<
  'prometheus' | 'grafana' | 'collector' | 'jaeger',
  Service
>;

/** Where a container finds what of the project, by its path there. */
const mounts = ({ volumes = [] }: Service) =>
  new Map(
    volumes.flatMap((volume) => {
      const [from, to, mode] = volume.split(':') as [string, string, string?];
      return from.startsWith('.') ? [[to, { path: join('docker', from), mode }] as const] : [];
    }),
  );

test('the profile is Prometheus, a collector, Jaeger and Grafana, each as confined as a service', () => {
  expect(profile.map(([name]) => name)).toEqual(['prometheus', 'collector', 'jaeger', 'grafana']);
  for (const [, service] of profile)
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      pids_limit: expect.any(Number),
      mem_limit: expect.stringMatching(/^\d+m$/),
      image: expect.stringMatching(/:v?\d+\.\d+\.\d+$/),
    });
});

test('who shows reaches no service, and who reads or is sent to reaches no engine', () => {
  for (const one of [grafana, jaeger]) expect(one.networks).toEqual(['observability']);
  for (const one of [prometheus, collector]) expect(one.networks).toEqual(['services', 'observability']);
});

test('what is mounted is there, and read only', () => {
  for (const [, service] of profile)
    for (const { path, mode } of mounts(service).values()) {
      expect(globSync(path, { cwd: root })).toEqual([path]);
      expect(mode).toBe('ro');
    }
});

type PrometheusConfig = {
  rule_files: string[];
  scrape_configs: {
    job_name: string;
    honor_labels: boolean;
    dns_sd_configs: { names: string[]; port: number }[];
  }[];
};

test('Prometheus reads every service under the job of the rules, and finds the rules', () => {
  const config = read('docker/observability/prometheus.yml') as PrometheusConfig;
  const [job] = config.scrape_configs;
  expect(job).toMatchObject({ job_name: 'skillstream', honor_labels: true });
  const own = Object.keys(services).filter((name) => globSync(`services/${name}`, { cwd: root }).length > 0);
  expect(job!.dns_sd_configs[0]!.names.toSorted()).toEqual(own.toSorted());
  const image = readFileSync(join(root, 'docker/Dockerfile'), 'utf8');
  expect(image).toContain(` MANAGEMENT_PORT=${job!.dns_sd_configs[0]!.port}\n`);
  for (const file of config.rule_files) expect(mounts(prometheus).has(file)).toBe(true);
});

type CollectorConfig = {
  receivers: { otlp: { protocols: { http: { endpoint: string } } } };
  exporters: Record<string, { endpoint: string }>;
  service: { pipelines: { traces: { receivers: string[]; processors: string[]; exporters: string[] } } };
};

test('the collector takes traces where compose says that it does, and passes them on to Jaeger', () => {
  const { receivers, exporters, service } = read('docker/observability/collector.yml') as CollectorConfig;
  expect(receivers.otlp.protocols.http.endpoint).toBe('0.0.0.0:4318');
  expect(readFileSync(join(root, 'docker/compose.yaml'), 'utf8')).toContain('=http://collector:4318 docker');
  const { traces } = service.pipelines;
  expect(traces.receivers).toEqual(['otlp']);
  // The bound of its memory comes first, else a batch is taken before it is refused.
  expect(traces.processors).toEqual(['memory_limiter', 'batch']);
  expect(traces.exporters.map((name) => exporters[name]!.endpoint)).toEqual(['http://jaeger:4318']);
});

test('Grafana is provisioned with that Prometheus and every dashboard, and nobody can log in', () => {
  const { datasources } = read('docker/observability/grafana-datasources.yml') as { datasources: object[] };
  expect(datasources).toEqual([
    expect.objectContaining({ type: 'prometheus', url: 'http://prometheus:9090', isDefault: true }),
    expect.objectContaining({ type: 'jaeger', url: 'http://jaeger:16686' }),
  ]);
  const { providers } = read('docker/observability/grafana-dashboards.yml') as {
    providers: { type: string; options: { path: string } }[];
  };
  const folder = mounts(grafana).get(providers[0]!.options.path);
  expect(providers[0]!.type).toBe('file');
  expect(globSync(`${folder!.path}/*.json`, { cwd: root }).length).toBeGreaterThan(0);
  expect(grafana.environment).toMatchObject({
    GF_AUTH_ANONYMOUS_ORG_ROLE: 'Viewer',
    GF_AUTH_DISABLE_LOGIN_FORM: 'true',
    GF_SECURITY_DISABLE_INITIAL_ADMIN_CREATION: 'true',
  });
});
