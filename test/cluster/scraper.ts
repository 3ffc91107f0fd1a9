import { randomUUID } from 'node:crypto';
import { until } from '@skillstream/async/testing';
import { imageTag } from './cluster-platform.ts';
import { apply, kubectl } from './kubectl.ts';

type Pod = { namespace: string; app: string };

// The network of a pod that is new may refuse what is allowed, until its address is known.
const program = (url: string) => `
const look = async (left) => {
  const text = await fetch(url, { signal: AbortSignal.timeout(5000) }).then((r) => r.text(), () => null);
  return text ?? (left > 1 ? look(left - 1) : 'refused');
};
const url = ${JSON.stringify(url)};
look(4).then((text) => process.stdout.write(text.includes('skillstream_') ? 'read' : text));`;

/**
 * Lets a pod of a label read an address of metrics.
 * @returns `read`, the response where that is something else, or `refused` after four attempts
 */
export const scrape = async ({ namespace, app }: Pod, url: string): Promise<string> => {
  const name = `scraper-${app}-${randomUUID().slice(0, 8)}`;
  await apply({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace, labels: { app } },
    spec: {
      restartPolicy: 'Never',
      automountServiceAccountToken: false,
      containers: [
        {
          name: 'scrape',
          image: `skillstream/tagging:${imageTag}`,
          command: ['/nodejs/bin/node', '-e', program(url)],
        },
      ],
    },
  });
  const phase = ['get', 'pod', name, '-n', namespace, '-o', 'jsonpath={.status.phase}'];
  await until(`${name} of ${namespace} has ended`, async () => (await kubectl(...phase)) === 'Succeeded');
  return kubectl('logs', '-n', namespace, name);
};
