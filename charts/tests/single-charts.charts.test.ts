import { describe, expect, test } from '@jest/globals';
import { alone } from './alone.ts';
import { designEdges, edgesAmong, wayOut, type Place } from './edges.ts';
import { refusal, render, renderAlone, type Values } from './helm.ts';
import { ofKind, one, podsOf, settingsOf } from './manifest.ts';

const charts = Object.keys(alone);
const services = charts.filter((chart) => chart !== 'engines');

// The examples have two namespaces; in one of them the engines may be, too.
const released = (chart: string, namespaces: 1 | 2): Place => {
  const text = JSON.stringify(alone[chart]);
  const values =
    namespaces === 2 ? text : text.replaceAll('"engines"', '"jobs"').replaceAll('.engines.', '.jobs.');
  const namespace = chart === 'engines' && namespaces === 2 ? 'engines' : 'jobs';
  return { namespace, manifests: renderAlone(JSON.parse(values) as Values, chart, `my-${chart}`, namespace) };
};

describe.each([1, 2] as const)('each chart as a release of its own, in %d namespaces,', (namespaces) => {
  const places = charts.map((chart) => released(chart, namespaces));

  test('is let to whom it needs, and to nobody else', () => {
    expect(edgesAmong(places)).toEqual(designEdges);
  });

  test('looks for what is there', () => {
    const found = places.flatMap(({ namespace, manifests }) =>
      ofKind(manifests, 'Service').map(({ metadata }) => `${metadata.name}.${namespace}.svc`),
    );
    const wanted = places.flatMap(({ manifests }) =>
      settingsOf(manifests).flatMap((settings) =>
        ['KAFKA_BROKERS', 'MONGO_URL', 'REDIS_URL', 'INGESTION_URL', 'TAGGING_URL', 'ANALYTICS_URL'].flatMap(
          (key) => settings[key]?.replace(/^[a-z]+:\/\//, '').split(/[:/]/)[0] ?? [],
        ),
      ),
    );
    expect(wanted).toHaveLength(3 + 2 + 3 + 4);
    expect(wanted.filter((host) => !found.includes(host))).toEqual([]);
  });

  test('logs in by what the engines have made', () => {
    const { data = {} } = one(places[0]!.manifests, 'Secret', 'my-engines-engines');
    const asked = places
      .slice(1)
      .flatMap(({ manifests }) =>
        podsOf(manifests).flatMap(({ container }) =>
          (container.env ?? []).flatMap(({ valueFrom }) => valueFrom?.secretKeyRef ?? []),
        ),
      );
    expect(new Set(asked.map(({ name }) => name))).toEqual(new Set(['my-engines-engines']));
    expect(asked.filter(({ key }) => !(key in data))).toEqual([]);
    expect(asked.map(({ key }) => key)).toContain('gateway-redis-password');
  });
});

const without = (chart: string, key: string): Values => {
  const values = structuredClone(alone[chart]!);
  const names = key.split('.');
  const last = names.pop()!;
  const at = names.reduce((inner, name) => inner[name] as Values, values);
  delete at[last];
  return values;
};

describe('a chart alone is refused', () => {
  const engines: Record<string, string[]> = {
    ingestion: ['kafka.brokers', 'mongodb.url', 'redis.url'],
    tagging: ['kafka.brokers', 'redis.url'],
    analytics: ['kafka.brokers', 'mongodb.url', 'redis.url'],
    gateway: ['redis.url'],
  };
  test.each(services.flatMap((chart) => engines[chart]!.map((key) => [chart, `global.${key}`] as const)))(
    '%s without %s, since it makes no engine',
    (chart, key) => {
      const said = refusal(without(chart, key.replace(/\.(brokers|url)$/, '')), chart);
      expect(said).toContain(`${key} is needed: a release of the chart ${chart} alone has no engines`);
    },
  );

  test.each(services)('%s without a Secret with the demo key, since it makes none', (chart) => {
    const said = refusal(without(chart, 'global.auth'), chart, 'my-own');
    expect(said).toContain('no Secret my-own-engines');
    expect(said).toContain('global.auth.demoKey.existingSecret.name');
    const global = { ...(alone[chart]!.global as Values), auth: { demoKey: { enabled: false } } };
    expect(renderAlone({ ...alone[chart], global }, chart)).not.toEqual([]);
  });

  test.each(['ingestion', 'tagging', 'analytics'])('the gateway without urls.%s', (part) => {
    expect(refusal(without('gateway', `urls.${part}`), 'gateway')).toContain(
      `urls.${part} is needed: a release of the chart gateway alone has no ${part}`,
    );
  });
});

describe('urls of the gateway', () => {
  const out = (url: string, urls: Values = {}) => {
    const values = { urls: { tagging: url }, networkPolicy: { urls } };
    const manifests = render({ gateway: values });
    const { egress = [] } = one(manifests, 'NetworkPolicy', 'sk-gateway').spec;
    const near = egress.flatMap(({ to = [], ports }) =>
      to.flatMap(({ podSelector, namespaceSelector }) =>
        podSelector?.matchLabels?.['app.kubernetes.io/name'] === 'tagging'
          ? [`${Object.values(namespaceSelector?.matchLabels ?? {}).join() || 'here'}:${ports[0]!.port}`]
          : [],
      ),
    );
    return [...near, ...wayOut(manifests, 'sk-gateway').filter((place) => place.includes('/'))];
  };
  const anywhere = (port: number) => [`0.0.0.0/0:${port}`, `::/0:${port}`];

  test.each<[string, Values, string[]]>([
    ['http://other-tagging', {}, ['here:8080']],
    ['http://other-tagging:8088', {}, ['here:8080']],
    ['http://other-tagging.jobs.svc', {}, ['jobs:8080']],
    ['http://other-tagging.123.svc', {}, ['123:8080']],
    ['http://other-tagging.jobs.svc.cluster.local:80', {}, ['jobs:8080']],
    ['http://other-tagging.jobs', {}, ['jobs:8080', ...anywhere(80)]],
    ['http://tagging.example.net', {}, anywhere(80)],
    ['http://tagging.example.net', { cidrs: ['10.9.0.0/16'] }, ['10.9.0.0/16:80']],
    ['http://tagging.example.net', { cidrs: ['10.9.0.0/16'], ports: [8443] }, ['10.9.0.0/16:8443']],
    ['http://192.0.2.1:8080', {}, anywhere(8080)],
    ['http://[fd00::1]', {}, anywhere(80)],
    ['http://[fd00::1]:8080', {}, anywhere(8080)],
  ])('%s with %j is reached at %j', (url, urls, places) => {
    expect(out(url, urls).sort()).toEqual([...places].sort());
  });

  test('may name a Service with other pods behind it', () => {
    const peers = [{ podSelector: { matchLabels: { app: 'proxy' } } }];
    const manifests = render({
      gateway: { urls: { tagging: 'http://proxy' }, networkPolicy: { urls: { peers, ports: [9000] } } },
    });
    expect(one(manifests, 'NetworkPolicy', 'sk-gateway').spec.egress).toContainEqual({
      to: peers,
      ports: [{ protocol: 'TCP', port: 9000 }],
    });
  });
});
