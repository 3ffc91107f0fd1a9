import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { namespaceManifest } from '../../packages/cli/src/cluster/install.ts';
import { mustRun, runTool } from '../../packages/cli/src/cluster/run-tool.ts';
import { waitUntilAllReady } from '../../packages/cli/src/cluster/watch.ts';
import { imageTag } from './cluster-platform.ts';
import { apply, helm, kubectl } from './kubectl.ts';

/** The services, in an order in which each finds what it needs. */
export const charts = ['ingestion', 'tagging', 'analytics', 'gateway'] as const;
export type Chart = (typeof charts)[number] | 'engines';
/** Where the services are, and where the engines. */
export type Namespaces = { jobs: string; engines: string };

/** The example of a chart (k8s/single-charts) for other namespaces than those it names. */
const exampleFor = (chart: Chart, { jobs, engines }: Namespaces): string =>
  readFileSync(join(import.meta.dirname, `../../k8s/single-charts/${chart}.yaml`), 'utf8')
    .replaceAll(/(?<=metadata\.name: )jobs(?= )|(?<=\.)jobs(?=\.svc)/g, jobs)
    .replaceAll(/(?<=metadata\.name: )engines(?= )|(?<=\.)engines(?=\.svc)/g, engines);

/** Releases of single charts, each by its example and the name `my-` and its chart's. */
export const createSingles = (namespaces: Namespaces) => {
  const folder = mkdtempSync(join(tmpdir(), 'skillstream-singles-'));
  const namespaceOf = (chart: Chart) => (chart === 'engines' ? namespaces.engines : namespaces.jobs);
  const all = [...new Set(Object.values(namespaces))];
  const upgrade = (chart: Chart, ...more: string[]) => {
    const namespace = namespaceOf(chart);
    const words = ['upgrade', '--install', `my-${chart}`, `charts/${chart}`, '--namespace', namespace];
    return [...words, '--set', `global.image.tag=${imageTag}`, ...more];
  };
  return {
    namespaceOf,
    makeNamespaces: async (): Promise<void> => {
      for (const name of all)
        await mustRun(runTool, 'kubectl', ['apply', '-f', '-'], namespaceManifest(name));
    },
    /** What helm says of a chart without its example. */
    tryBare: async (chart: Chart, ...more: string[]) => {
      await helm('dependency', 'update', `charts/${chart}`);
      return runTool('helm', upgrade(chart, ...more));
    },
    install: async (chart: Chart): Promise<void> => {
      const values = join(folder, `${chart}.yaml`);
      writeFileSync(values, exampleFor(chart, namespaces));
      await helm('dependency', 'update', `charts/${chart}`);
      await helm(...upgrade(chart, '--values', values));
      const target = { run: runTool, namespace: namespaceOf(chart), release: `my-${chart}` };
      await waitUntilAllReady(target, () => {}, 480_000);
    },
    /** As the page does it: all but the key that signs goes to where the services look for it. */
    copySecret: async (): Promise<void> => {
      const read = ['get', 'secret', 'my-engines-engines', '-n', namespaces.engines, '-o', 'json'];
      const { data } = JSON.parse(await kubectl(...read)) as { data: Record<string, string> };
      const { 'demo-signing-key': _, ...rest } = data;
      const metadata = { name: 'my-engines-engines', namespace: namespaces.jobs };
      if (all.length > 1) await apply({ apiVersion: 'v1', kind: 'Secret', metadata, data: rest });
    },
    purge: async (): Promise<void> => {
      for (const name of all)
        await kubectl('delete', 'namespace', name, '--ignore-not-found', '--timeout=300s');
    },
    forget: (): void => rmSync(folder, { recursive: true }),
  };
};
