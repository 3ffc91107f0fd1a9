import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const openssl = (folder: string, ...args: string[]) =>
  execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
const key = ['-newkey', 'rsa:2048', '-noenc', '-days', '2'];

/**
 * Makes a certificate authority that lives for two days: `<name>.crt` and `<name>.key` in the folder.
 * @returns the certificate's path
 */
export const makeAuthority = (folder: string, name: string): string => {
  const files = ['-keyout', `${name}.key`, '-out', `${name}.crt`];
  openssl(folder, 'req', '-x509', ...key, '-subj', `/CN=${name}`, ...files);
  return join(folder, `${name}.crt`);
};

/**
 * Makes a server's certificate, for this machine unless it is for others (`names`), signed by the authority of
 * that name: `server.crt`, `server.key` (PKCS#8) and, as Kafka and MongoDB take them, both in `server.pem`.
 */
export const makeServerCertificate = (
  folder: string,
  authority: string,
  names = 'DNS:localhost,IP:127.0.0.1',
): void => {
  openssl(folder, 'req', ...key, '-subj', '/CN=localhost', '-keyout', 'server.key', '-out', 'server.csr');
  writeFileSync(join(folder, 'names'), `subjectAltName=${names}\n`);
  const signer = ['-CA', `${authority}.crt`, '-CAkey', `${authority}.key`, '-CAcreateserial'];
  const request = ['-in', 'server.csr', '-days', '2', '-extfile', 'names'];
  openssl(folder, 'x509', '-req', ...request, ...signer, '-out', 'server.crt');
  const parts = ['server.key', 'server.crt'].map((file) => readFileSync(join(folder, file), 'utf8'));
  writeFileSync(join(folder, 'server.pem'), parts.join(''));
};
