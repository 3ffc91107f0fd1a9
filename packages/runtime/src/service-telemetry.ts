import { createTelemetry, type Telemetry, type TelemetryConfig } from '@skillstream/telemetry';
import { platformVersion } from './platform-version.ts';
import type { Log } from './log.ts';
import { replicaName } from './replica-name.ts';

/** The traces of this replica of a service; closed last of all, when every span has ended. */
export const serviceTelemetry = (service: string, config: TelemetryConfig, log: Log): Promise<Telemetry> =>
  createTelemetry({ service, replica: replicaName(), version: platformVersion(), config, log });
