import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scopeNames } from '@skillstream/contracts';
import { exportJWK, SignJWT } from 'jose';
import { namespaceManifest } from '../../packages/cli/src/cluster/install.ts';
import { makeAuthority, makeServerCertificate } from '../docker/certificates.ts';
import { imageTag } from './cluster-platform.ts';
import { apply, kubectl } from './kubectl.ts';
import { CLIENTS, locked, nobody } from './load-pod.ts';

const NAME = 'issuer';
const PORT = 8443;
const host = `${NAME}.${CLIENTS}.svc`;
const issuer = `https://${host}:${PORT}`;

// All that a service asks of an issuer: where its keys are, and the keys.
const program = `
const [keys, issuer, server] = process.argv.slice(1);
const answers = { '/.well-known/openid-configuration': JSON.stringify({ issuer, jwks_uri: issuer + '/keys' }), '/keys': keys };
require('node:https').createServer({ key: server, cert: server }, (req, res) => res.writeHead(answers[req.url] ? 200 : 404, { 'content-type': 'application/json' }).end(answers[req.url])).listen(${PORT});
`;

const pair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const sign = (key: KeyObject) =>
  new SignJWT({ scope: scopeNames.join(' ') })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'one' })
    .setIssuer(issuer)
    .setAudience('skillstream')
    .setSubject('somebody')
    .setExpirationTime('10 minutes')
    .sign(key);

/** An issuer of tokens in the cluster, outside of every release, by TLS with a certificate authority of its own. */
export const startIssuer = async () => {
  const { publicKey, privateKey } = pair();
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256' }] });
  const labels = { 'app.kubernetes.io/name': NAME };
  const folder = mkdtempSync(join(tmpdir(), 'skillstream-issuer-'));
  const authority = makeAuthority(folder, 'authority');
  makeServerCertificate(folder, 'authority', `DNS:${host}`);
  const args = ['-e', program, keys, issuer, readFileSync(join(folder, 'server.pem'), 'utf8')];
  const image = `skillstream/gateway:${imageTag}`;
  await kubectl('delete', 'pod', '-n', CLIENTS, NAME, '--ignore-not-found', '--grace-period=1');
  await apply(
    JSON.parse(namespaceManifest(CLIENTS)) as object,
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: NAME, namespace: CLIENTS, labels },
      spec: {
        automountServiceAccountToken: false,
        securityContext: nobody,
        containers: [{ name: NAME, image, args, securityContext: locked }],
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: NAME, namespace: CLIENTS },
      spec: { selector: labels, ports: [{ port: PORT }] },
    },
  );
  await kubectl('wait', '-n', CLIENTS, `pod/${NAME}`, '--for=condition=Ready', '--timeout=240s');
  return {
    host,
    port: PORT,
    /** File of its certificate authority. */
    authority,
    /** What a production is told, as helm's --set; the authority is in the Secret login-ca. */
    sets: [
      'global.auth.environment=production',
      'global.auth.demoKey.enabled=false',
      'global.auth.caSecret.name=login-ca',
      `global.auth.issuer=${issuer}`,
      // An address where nobody is, in place of every address.
      'global.auth.egress.cidrs={192.0.2.0/24}',
      `global.auth.egress.peers[0].namespaceSelector.matchLabels.kubernetes\\.io/metadata\\.name=${CLIENTS}`,
    ],
    token: () => sign(privateKey),
    /** By a key that only says that it is the issuer's. */
    forged: () => sign(pair().privateKey),
    stop: async () => {
      rmSync(folder, { recursive: true, force: true });
      await kubectl('delete', 'pod,service', '-n', CLIENTS, NAME, '--ignore-not-found', '--grace-period=1');
    },
  };
};
