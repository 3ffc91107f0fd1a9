import { describe, expect, test } from '@jest/globals';
import { routeProblems } from './gateway-api.ts';
import { copyOf, exampleOf, helm, loadedImages, refusal, render, type Values } from './helm.ts';
import { one } from './manifest.ts';

const serviceOf = (service: Values) => one(render({ gateway: { service } }), 'Service', 'sk-gateway').spec;

describe('the Service of the gateway', () => {
  test('has nothing of a load balancer, and no port of nodes, unless it is asked for', () => {
    expect(Object.keys(serviceOf({})).sort()).toEqual(['ipFamilyPolicy', 'ports', 'selector', 'type']);
    expect(serviceOf({})['ports']).toEqual([
      { name: 'http', port: 80, targetPort: 'http', appProtocol: 'http' },
    ]);
  });

  test('is reached as the values say', () => {
    const asked = {
      type: 'LoadBalancer',
      externalTrafficPolicy: 'Local',
      internalTrafficPolicy: 'Cluster',
      trafficDistribution: 'PreferClose',
      loadBalancerClass: 'example.net/internal',
      loadBalancerSourceRanges: ['192.0.2.0/24', '2001:db8::/32'],
    };
    expect(serviceOf({ ...asked, nodePort: 30_080 })).toMatchObject({
      ...asked,
      ports: [{ name: 'http', port: 80, nodePort: 30_080 }],
    });
    expect(serviceOf({ type: 'NodePort', externalTrafficPolicy: 'Local' })).toMatchObject({
      externalTrafficPolicy: 'Local',
    });
  });

  test.each([
    ['PreferSameZone', '1.34.0', true],
    ['PreferSameNode', '1.34.2-gke.100', true],
    ['PreferSameZone', '1.33.5', false],
    ['PreferClose', '1.30.0', true],
  ])('with trafficDistribution %s on Kubernetes %s is taken: %p', (way, version, isTaken) => {
    const args = ['--set', `service.trafficDistribution=${way}`, '--kube-version', version];
    const given = [...loadedImages, ...exampleOf('gateway'), ...args];
    const { status, output } = helm(['template', 'sk', copyOf('gateway'), ...given]);
    expect(status === 0).toBe(isTaken);
    expect(output).toContain(isTaken ? `trafficDistribution: "${way}"` : 'service.trafficDistribution');
  });
});

describe('the Ingress', () => {
  const pathsOf = (ingress: Values) => {
    const { rules } = one(
      render({ gateway: { ingress: { enabled: true, ...ingress } } }),
      'Ingress',
      'sk-gateway',
    ).spec as unknown as { rules: { http: { paths: { path: string; pathType: string }[] } }[] };
    return rules.flatMap(({ http }) => http.paths.map(({ path, pathType }) => `${pathType} ${path}`));
  };

  test.each<[Values, string]>([
    [{}, 'Prefix /'],
    [{ pathType: 'ImplementationSpecific' }, 'ImplementationSpecific /'],
    [{ pathType: 'ImplementationSpecific', path: '/*' }, 'ImplementationSpecific /*'],
  ])('with %j leads everything to the gateway by %s', (ingress, path) => {
    expect(pathsOf(ingress)).toEqual([path]);
    expect(pathsOf({ ...ingress, hosts: ['a.example.org', 'b.example.org'] })).toEqual([path, path]);
  });

  test('has its class in one place: of two Kubernetes refuses it', () => {
    const annotations = { 'kubernetes.io/ingress.class': 'nginx' };
    expect(pathsOf({ annotations })).toEqual(['Prefix /']);
    const message = refusal({ gateway: { ingress: { enabled: true, className: 'nginx', annotations } } });
    expect(message).toContain('ingress.annotations has kubernetes.io/ingress.class');
    expect(message).toContain('ingress.className');
  });
});

describe('the HTTPRoute', () => {
  const problemsOf = routeProblems();
  const routeOf = (route: Values) =>
    one(
      render({ gateway: { httpRoute: { enabled: true, parentRefs: [{ name: 'edge' }], ...route } } }),
      'HTTPRoute',
      'sk-gateway',
    );
  const full = {
    parentRefs: [
      { name: 'edge', namespace: 'gateways', sectionName: 'https', port: 443 },
      { name: 'mesh', group: 'gateway.networking.k8s.io', kind: 'Gateway' },
    ],
    hostnames: ['jobs.example.org', '*.jobs.example.org'],
    filters: [
      {
        type: 'ResponseHeaderModifier',
        responseHeaderModifier: { set: [{ name: 'x-served-by', value: 'edge' }] },
      },
    ],
    timeouts: { request: '0s', backendRequest: '1h30m' },
  };

  test.each<[string, Values]>([
    ['as small as it gets', {}],
    ['with a filter and timeouts', full],
    ['with one timeout', { timeouts: { request: '3600s' } }],
  ])('is one by the Gateway API, %s', (_what, route) => {
    expect(problemsOf(routeOf(route))).toEqual([]);
  });

  test('says what the values say', () => {
    const { parentRefs, hostnames, rules } = routeOf(full).spec as unknown as Values & { rules: Values[] };
    expect({ parentRefs, hostnames }).toEqual({ parentRefs: full.parentRefs, hostnames: full.hostnames });
    expect(rules).toEqual([
      {
        matches: [{ path: { type: 'PathPrefix', value: '/' } }],
        filters: full.filters,
        timeouts: full.timeouts,
        backendRefs: [{ name: 'sk-gateway', port: 80 }],
      },
    ]);
    expect(routeOf({}).spec['rules']).toEqual([
      { matches: rules[0]!['matches'], backendRefs: rules[0]!['backendRefs'] },
    ]);
  });

  test('sends nowhere where it redirects, which the Gateway API refuses together', () => {
    const filters = [{ type: 'RequestRedirect', requestRedirect: { scheme: 'https' } }];
    const route = routeOf({ filters });
    expect(problemsOf(route)).toEqual([]);
    expect(route.spec['rules']).toEqual([{ matches: expect.any(Array), filters }]);
  });

  test('is not one with a filter of no kind, an unknown word, or a time that is none', () => {
    const { spec } = routeOf(full);
    const [rule] = spec['rules'] as [object];
    const withRule = (more: object) =>
      problemsOf({ kind: 'HTTPRoute', spec: { ...spec, rules: [{ ...rule, ...more }] } });
    expect(withRule({})).toEqual([]);
    expect(withRule({ filters: [{ type: 'Mirror' }] })).toEqual([
      expect.stringContaining('spec.rules.0.filters'),
    ]);
    expect(withRule({ timeout: '1s' })).toEqual([expect.stringContaining('timeout')]);
    expect(withRule({ timeouts: { request: '1 hour' } })).toEqual([
      expect.stringContaining('timeouts.request'),
    ]);
  });
});
