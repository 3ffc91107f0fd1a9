import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serviceNames } from '../../packages/cli/src/platform/service-specs.ts';
import { startPlatform } from '../platform/platform.ts';
import { heapOptions, memoryLimit } from './memory.ts';

const watch = pathToFileURL(join(import.meta.dirname, 'loop-watch.ts')).href;
const ANSWERS_WITHIN_MS = 5_000;

/**
 * The whole platform as an attack meets it: each service with the memory of its pod and a watch over its event loop,
 * without limits a client (they would refuse nearly everything), and with short times for bodies that do not come.
 */
export const startAttackPlatform = async () => {
  const watchFolder = mkdtempSync(join(tmpdir(), 'skillstream-attack-'));
  const platform = await startPlatform((name) => ({
    NODE_OPTIONS:
      `${process.env['NODE_OPTIONS'] ?? ''} ${heapOptions(memoryLimit(name))} --import ${watch}`.trim(),
    SKILLSTREAM_LOOP_WATCH: watchFolder,
    // The machine may have much else to do: what takes longer than that is nobody's hurry.
    UPSTREAM_TIMEOUT_MS: '60000',
    BODY_TIMEOUT_MS: '10000',
    BODY_IDLE_TIMEOUT_MS: '20000',
    RATE_LIMIT_READS_PER_MINUTE: '0',
    RATE_LIMIT_WRITES_PER_MINUTE: '0',
    RATE_LIMIT_STREAMS_PER_MINUTE: '0',
    RATE_LIMIT_EXPENSIVE_PER_MINUTE: '0',
  }));
  const services = serviceNames.map((name) => platform.service(name));
  return {
    ...platform,
    services,
    watchFolder,
    port: Number(new URL(platform.url).port),
    stop: async () => {
      for (const service of services) {
        const signal = AbortSignal.timeout(ANSWERS_WITHIN_MS);
        // One that does not come to its own end, either, would be waited for without end.
        await fetch(`${service.url}/healthz`, { signal }).catch(() => service.signal('SIGKILL'));
      }
      await platform.stop();
      rmSync(watchFolder, { recursive: true, force: true });
    },
  };
};

export type AttackPlatform = Awaited<ReturnType<typeof startAttackPlatform>>;
