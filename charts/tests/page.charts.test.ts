import { describe, expect, test } from '@jest/globals';
import { notes, render, type Values } from './helm.ts';
import { one } from './manifest.ts';

const gateway = (values: Values): Values => ({ gateway: values });
const hosts = ['jobs.example.org', 'other.example.org'];
const tls = [{ hosts, secretName: 'jobs-tls' }];
const route = { enabled: true, parentRefs: [{ name: 'edge' }] };
const forwarded = 'http://127.0.0.1:4100/';
const cases: [string, Values, string][] = [
  ['nothing leads to it', {}, forwarded],
  [
    'an Ingress has TLS for its first host',
    { ingress: { enabled: true, hosts, tls } },
    `https://${hosts[0]}/`,
  ],
  [
    'an Ingress has TLS without hosts',
    { ingress: { enabled: true, hosts, tls: [{}] } },
    `https://${hosts[0]}/`,
  ],
  ['an Ingress has no TLS', { ingress: { enabled: true, hosts } }, `http://${hosts[0]}/`],
  [
    'an Ingress has TLS for another host',
    { ingress: { enabled: true, hosts, tls: [{ hosts: [hosts[1]] }] } },
    `http://${hosts[0]}/`,
  ],
  [
    'an Ingress has TLS for all of a domain',
    { ingress: { enabled: true, hosts, tls: [{ hosts: ['*.example.org'] }] } },
    `https://${hosts[0]}/`,
  ],
  [
    'an Ingress has a name besides all of a domain',
    { ingress: { enabled: true, hosts: ['*.example.com', ...hosts] } },
    `http://${hosts[0]}/`,
  ],
  [
    'an Ingress has all of a domain alone',
    { ingress: { enabled: true, hosts: ['*.example.com'] } },
    forwarded,
  ],
  ['an Ingress is for every host', { ingress: { enabled: true, tls } }, forwarded],
  ['an Ingress is not enabled', { ingress: { enabled: false, hosts } }, forwarded],
  ['a route has names', { httpRoute: { ...route, hostnames: hosts } }, `https://${hosts[0]}/`],
  ['a route has all of a domain alone', { httpRoute: { ...route, hostnames: ['*.example.com'] } }, forwarded],
  ['a route has none', { httpRoute: route }, forwarded],
];

describe('the first address of the notes is that of the page', () => {
  test.each(cases)('where %s', (_where, values, address) => {
    for (const text of [notes('skillstream', gateway(values)), notes('gateway', values)]) {
      expect(/https?:\/\/[^\s']+/.exec(text)?.[0]).toBe(address);
      expect(text.includes('port-forward')).toBe(address === forwarded);
      expect(text).toContain(`curl --fail '${address}v1/`);
    }
  });
});

test('where reading is closed, the notes have the command for a token that lets the page read, and no query without one', () => {
  const closed = notes('skillstream', { global: { auth: { reads: 'closed' } } });
  expect(closed).toMatch(
    /^ {2}npm .* cluster token .* --scope analytics:read --scope ops:read --scope postings:write$/m,
  );
  for (const chart of ['skillstream', 'gateway'])
    expect(notes(chart, { global: { auth: { reads: 'closed' } } })).not.toContain('curl');
  expect(notes('skillstream')).not.toContain('analytics:read');
});

test.each([
  ['analytics', 'analytics:read'],
  ['ingestion', 'ops:read'],
  ['tagging', 'ops:read'],
])(
  'the notes of %s ask with a token for %s where reading is closed, and without one where not',
  (chart, scope) => {
    const closed = notes(chart, { global: { auth: { reads: 'closed' } } });
    expect(closed).toContain(`with a token for ${scope} in TOKEN:`);
    expect(closed).toMatch(/^ {2}curl --fail --header "Authorization: Bearer \$TOKEN" 'http:/m);
    expect(notes(chart)).not.toContain('TOKEN');
  },
);

test('the notes say where nobody can show a token, and what is refused then', () => {
  const said = 'nobody can show a token, so every change';
  for (const chart of ['skillstream', 'gateway', 'analytics', 'ingestion', 'tagging']) {
    const auth = { issuer: '', demoKey: { enabled: false } };
    expect(notes(chart, { global: { auth } })).toContain(`${said} is refused.`);
    expect(notes(chart, { global: { auth: { ...auth, reads: 'closed' } } })).toContain(`${said} and every`);
    expect(notes(chart, { global: { auth: { demoKey: { enabled: true } } } })).not.toContain(said);
  }
});

test('of a load balancer the notes say how its address is found, of another Service nothing', () => {
  const get = "get service sk-gateway --output jsonpath='{.status.loadBalancer.ingress[0]}'";
  const service = { type: 'LoadBalancer' };
  for (const text of [notes('skillstream', gateway({ service })), notes('gateway', { service })])
    expect(text).toContain(get);
  for (const chart of ['skillstream', 'gateway']) expect(notes(chart)).not.toContain('jsonpath');
});

test('an Ingress leads everything of its hosts to the gateway, the page at the root among it', () => {
  const annotations = { 'nginx.org/proxy-buffering': 'false' };
  const ingress = { enabled: true, className: 'nginx', hosts, tls, annotations };
  const { metadata, spec } = one(render(gateway({ ingress })), 'Ingress', 'sk-gateway');
  const backend = { service: { name: 'sk-gateway', port: { name: 'http' } } };
  const http = { paths: [{ path: '/', pathType: 'Prefix', backend }] };
  expect(metadata.annotations).toEqual(annotations);
  expect(spec).toEqual({ ingressClassName: 'nginx', tls, rules: hosts.map((host) => ({ host, http })) });
});
