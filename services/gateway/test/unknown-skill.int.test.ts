import { afterEach, expect, test } from '@jest/globals';
import { createCounted } from './counted.ts';
import { askGraphql } from './graphql-client.ts';
import { sendRaw } from './raw.ts';
import { respond, startGateway } from './upstream.ts';

let gateway: Awaited<ReturnType<typeof startGateway>>;
afterEach(() => gateway.stop());

const page = {
  ...{ taxonomyVersion: '1', total: 1, next: null },
  skills: [{ skillId: 'kubernetes', label: 'Kubernetes', category: 'devops', broader: [] }],
};
const notFound = {
  ...{ type: 'urn:skillstream:problem:not-found', title: 'Not found', status: 404, code: 'not-found' },
  nearest: ['kubernetes'],
};

test('an unknown skill is 404 on every path and over GraphQL, with the nearest ones, and a known one is answered', async () => {
  const counted = createCounted();
  gateway = await startGateway({
    analytics: (req, res) =>
      req.url!.endsWith('/counted') ? respond({ counted: false })(req, res) : counted.listener(req, res),
    tagging: (req, res) =>
      req.url!.startsWith('/v1/skills?') ? respond(page)(req, res) : respond(notFound, 404)(req, res),
  });
  const word = 'Kubernetes';
  const paths = ['trend', 'pairs', 'salary'].map((what) => `/v1/skills/${word}/${what}`);
  for (const path of [...paths, `/v1/compare/skills?a=kubernetes&b=${word}`]) {
    const response = await fetch(gateway.url + path);
    expect([path, response.status, response.headers.get('content-type')]).toEqual([
      ...[path, 404, 'application/problem+json; charset=utf-8'],
    ]);
    expect(await response.json()).toMatchObject({
      ...{ code: 'not-found', nearest: ['kubernetes'] },
      detail: 'There is no skill Kubernetes; the nearest: kubernetes',
    });
  }
  const { data, errors } = await askGraphql(gateway.url, '{ trend(skillId: "Kubernetes") { skillId } }');
  expect(data).toEqual({ trend: null });
  expect(errors).toMatchObject([
    { path: ['trend'], extensions: { code: 'not-found', nearest: ['kubernetes'] } },
  ]);
  expect(counted.state.asked).toEqual([]);
  expect((await fetch(`${gateway.url}/v1/skills/kubernetes/trend`)).status).toBe(200);
});

const rawGet = (path: string) => `GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`;

test.each(['..', '.', '%2e%2e', '%2E.', '%2e'])(
  'a skill of dots, %s, is no other path, and unknown like any other',
  async (dots) => {
    const paths: unknown[] = [];
    const counted = createCounted();
    gateway = await startGateway({
      analytics: (req, res) => {
        if (!req.url!.endsWith('/counted')) return counted.listener(req, res);
        paths.push(req.url);
        respond({ counted: false })(req, res);
      },
      tagging: (req, res) => {
        if (req.url!.startsWith('/v1/skills?')) return respond(page)(req, res);
        paths.push(req.url);
        respond(notFound, 404)(req, res);
      },
    });
    const id = decodeURIComponent(dots);
    for (const what of ['trend', 'pairs', 'salary']) {
      const { status, body } = await sendRaw(gateway.port, rawGet(`/v1/skills/${dots}/${what}`));
      expect([status, JSON.parse(body)]).toMatchObject([
        404,
        { code: 'not-found', detail: `There is no skill ${id}; the nearest: kubernetes` },
      ]);
      expect(paths.splice(0)).toEqual([`/v1/skills/${id}/counted`, `/v1/skills/${id}`]);
    }
    expect(counted.state.asked).toEqual([]);
  },
);
