import { spawn } from 'node:child_process';
import { once } from 'node:events';

// What helm asks an API server for when a template looks something up: the resources of a group, then the object.
const script = `
import { createServer } from 'node:http';
const objects = JSON.parse(process.argv[1]);
const kindsOf = (groupVersion, name, kind) => ({
  kind: 'APIResourceList', groupVersion, resources: [{ name, kind, namespaced: true, verbs: ['get'] }],
});
const known = {
  '/api/v1': kindsOf('v1', 'secrets', 'Secret'),
  '/apis/apps/v1': kindsOf('apps/v1', 'statefulsets', 'StatefulSet'),
  ...objects,
};
const none = { kind: 'Status', apiVersion: 'v1', status: 'Failure', reason: 'NotFound', code: 404 };
const server = createServer((req, res) => {
  const found = known[req.url.split('?')[0]];
  res.writeHead(found ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(found ?? none));
});
server.listen(0, '127.0.0.1', () => process.stdout.write(String(server.address().port)));`;

/**
 * A stand-in for an API server with a few objects, by their paths. It is a process of its own, since the tests wait
 * for helm.
 * @returns its address and how to end it
 */
export const startApiServer = async (objects: Record<string, object>) => {
  const args = ['--input-type=module', '--eval', script, '--', JSON.stringify(objects)];
  const server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = (await once(server.stdout, 'data')) as [Buffer];
  return { address: `http://127.0.0.1:${String(port)}`, stop: () => void server.kill() };
};
