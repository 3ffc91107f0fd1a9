import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createVerifyToken } from '@skillstream/auth';
import { runTool } from '../../packages/cli/src/cluster/run-tool.ts';
import { external } from './external.ts';
import { notes, refusal, render, type Values } from './helm.ts';
import { ofKind, one, pod } from './manifest.ts';

const existingSecret = { name: 'mine', privateKey: 'private.pem', publicKey: 'public.pem' };
const ownKey: Values = { global: { auth: { demoKey: { existingSecret } } } };

describe('where the demo key is', () => {
  const said = (values: Values = {}) =>
    one(render(values), 'ConfigMap', 'sk-gateway').metadata.annotations?.['skillstream.dev/demo-key'];

  test('is said by the ConfigMap of the gateway, which the command reads', () => {
    expect(said()).toBe('sk-engines/demo-signing-key');
    expect(said(ownKey)).toBe('mine/private.pem');
    expect(said(external)).toBeUndefined();
  });
});

describe('a token for whoever has kubectl alone', () => {
  const on = { tokens: { enabled: true, scopes: ['postings:write', 'ops:write'], minutes: 5 } };

  test('is printed by a Job of a CronJob that never runs by itself, and is only there where it is asked for', () => {
    expect(ofKind(render(), 'CronJob')).toEqual([]);
    const [job] = ofKind(render(on), 'CronJob');
    expect(job).toMatchObject({ metadata: { name: 'sk-token' }, spec: { suspend: true } });
  });

  test('is signed as its values say, and the services take it', async () => {
    const { container, spec } = pod(render({ ...on, ...ownKey }), 'sk-token');
    const projected = spec.volumes?.[0]?.projected?.sources[0]?.secret;
    expect(projected).toEqual({ name: 'mine', items: [{ key: 'private.pem', path: 'demo-signing-key' }] });
    const folder = mkdtempSync(join(tmpdir(), 'skillstream-token-'));
    try {
      const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const file = join(folder, projected!.items[0]!.path);
      writeFileSync(file, privateKey.export({ type: 'sec1', format: 'pem' }));
      // The image starts the command by the same words.
      const [main, ...words] = container.args!;
      expect(main).toBe('main.js');
      const here = words.map((word) => word.replace(/^--key=.*/, `--key=${file}`));
      const { out } = await runTool(process.execPath, ['packages/cli/src/index.ts', ...here]);
      const verify = createVerifyToken([{ issuer: 'urn:skillstream:demo', keys: publicKey }], 'skillstream');
      await expect(verify(out.trim())).resolves.toMatchObject({ scopes: new Set(on.tokens.scopes) });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('has its commands in the notes, with what to set before where it is not asked for', () => {
    const create = 'kubectl --namespace demo create job token-1 --from=cronjob/sk-token';
    expect(notes('skillstream', on)).toContain(create);
    expect(notes('skillstream', on)).not.toContain('tokens.enabled=true');
    expect(notes('skillstream')).toMatch(/--set tokens\.enabled=true/);
    for (const values of [external, { global: { auth: { audience: 'others' } } }])
      expect(notes('skillstream', values)).not.toContain('create job');
    const others = notes('skillstream', { global: { auth: { audience: 'others' } } });
    expect(others).toContain('a token, for others: the demo key');
    expect(others).not.toContain('cluster token');
  });

  test.each<[string, Values, string]>([
    ['without a demo key', { ...external, ...on }, 'global.auth.demoKey.enabled'],
    ['for another audience', { ...on, global: { auth: { audience: 'others' } } }, 'global.auth.audience'],
    ['with a scope that is none', { tokens: { scopes: ['postings:eat'] } }, 'scopes'],
  ])('is refused %s', (_, values, named) => {
    expect(refusal(values)).toContain(named);
  });
});
