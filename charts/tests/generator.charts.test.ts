import { describe, expect, test } from '@jest/globals';
import { imagesIn } from '../../packages/cli/src/cluster/images.ts';
import { allowedEdges, policiesFor, wayOut } from './edges.ts';
import { refusal, render } from './helm.ts';
import { podsOf } from './manifest.ts';

const on = { generator: { enabled: true, rate: 25, seed: 7 } };
const ownToken = {
  generator: { ...on.generator, token: { existingSecret: { name: 'writer', key: 'jwt' } } },
};
const generatorOf = (values: object) =>
  podsOf(render({ ...values })).find(({ name }) => name === 'sk-generator');

test('there is no generator unless one is asked for', () => {
  expect(generatorOf({})).toBeUndefined();
});

test('a generator sends what the values say, by the demo key, and is as confined as a service', () => {
  const { container, spec } = generatorOf(on)!;
  expect(container.args).toEqual([
    ...['main.js', 'generate', '--rate=25', '--minutes=1440', '--seed=7'],
    '--key=/etc/skillstream/access/demo-signing-key',
  ]);
  expect(container.image).toBe('skillstream/cli:dev');
  expect(container.env).toEqual([{ name: 'SKILLSTREAM_GATEWAY', value: 'http://sk-gateway:80' }]);
  expect(container.securityContext).toEqual({
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] },
  });
  expect(spec).toMatchObject({ automountServiceAccountToken: false, enableServiceLinks: false });
  expect(container.resources?.limits).not.toHaveProperty('cpu');
});

test('its image is built by `cluster up` with those of the services, where there is a generator', () => {
  const built = (values: object) => {
    const images = podsOf(render({ ...values })).map(({ container }) => `image: ${container.image}`);
    return imagesIn(images.join('\n'), 'dev');
  };
  const services = ['analytics', 'gateway', 'ingestion', 'tagging'];
  expect(built({})).toEqual(services);
  expect(built(on)).toEqual([...services, 'cli'].sort());
});

test('with a token of the user’s own it gets no key', () => {
  const { container, spec } = generatorOf(ownToken)!;
  expect(container.args).not.toContainEqual(expect.stringContaining('--key'));
  expect(container.env).toContainEqual({
    name: 'SKILLSTREAM_TOKEN',
    valueFrom: { secretKeyRef: { name: 'writer', key: 'jwt' } },
  });
  expect(spec.volumes).toBeUndefined();
});

test('it reaches the gateway and nobody else, and nobody reaches it', () => {
  const closed = { ...on, gateway: { networkPolicy: { ingressFrom: [{ podSelector: {} }] } } };
  for (const values of [on, closed]) {
    const manifests = render(values);
    const edges = allowedEdges(manifests).filter((edge) => edge.includes('generator'));
    expect(edges).toEqual(['generator > gateway:8080']);
    expect(wayOut(manifests, 'sk-generator')).toEqual(['kube-system:53']);
    const pod = podsOf(manifests).find(({ name }) => name === 'sk-generator')!;
    expect(policiesFor(manifests, pod).sort()).toEqual(['sk-default-deny', 'sk-generator']);
  }
});

describe('it is refused', () => {
  const issuer = { issuer: 'https://login.example.org', demoKey: { enabled: false } };
  test.each([
    ['without any token', { ...on, global: { auth: issuer } }, 'generator.enabled needs a token'],
    ['for another audience', { ...on, global: { auth: { audience: 'b' } } }, 'for global.auth.audience'],
    ['above the bound', { generator: { enabled: true, rate: 5001 } }, 'rate'],
  ])('%s', (_, values, message) => {
    expect(refusal(values)).toContain(message);
  });
});
