import type { Engines } from '@skillstream/engines';
import { removeRunFile, writeRunFile } from '../platform/run-file.ts';
import { serviceSpecs } from '../platform/service-specs.ts';
import { supervise } from '../platform/supervise.ts';
import { waitUntilReady } from '../platform/wait-until-ready.ts';

export type PlatformOptions = {
  engines: Engines;
  gatewayPort: number;
  /** Verifies tokens that are signed on this machine. */
  publicKey: string;
  startedAt: Date;
  report: (line: string) => void;
  /** Called when a misconfigured service was given up, with its name and its own error messages. */
  onMisconfigured: (name: string, faults: string[]) => void;
};

/** Starts the services over running engines, and writes all addresses to the run file for other commands. */
export const startServices = (options: PlatformOptions) => {
  const { engines, gatewayPort, publicKey, startedAt, report, onMisconfigured } = options;
  const gateway = `http://127.0.0.1:${gatewayPort}`;
  const pids: Record<string, number> = { up: process.pid };
  const noteRun = () =>
    writeRunFile({
      startedAt: startedAt.toISOString(),
      provider: engines.provider,
      pids: { ...pids, ...engines.pids },
      urls: { gateway, ...engines.urls },
    });
  const onStarted = (name: string, pid: number) => {
    pids[name] = pid;
    noteRun();
  };
  const services = serviceSpecs(engines.urls, gatewayPort, publicKey).map((spec) =>
    supervise(spec, {
      ...{ report, onStarted },
      onMisconfigured: (faults) => onMisconfigured(spec.name, faults),
      onRestarted: (service, signal) => waitUntilReady([service], report, signal, 'ready again'),
    }),
  );
  return {
    gateway,
    services,
    /** Updates the run file: a restarted engine is another process. */
    noteRun,
    stop: async (): Promise<void> => {
      await Promise.all(services.map((service) => service.stop()));
      removeRunFile();
    },
  };
};
