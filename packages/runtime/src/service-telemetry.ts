import { createTelemetry, type Telemetry, type TelemetryConfig } from '@skillstream/telemetry';
import { platformVersion } from './platform-version.ts';
import type { Log } from './log.ts';
import { replicaName } from './replica-name.ts';

/**
 * The traces of this replica of a service; closed when every span has ended, before the engines, which may be slow to
 * close. A process that ends without that, by its deadline or a crash, says what it had not sent.
 */
export const serviceTelemetry = async (
  service: string,
  config: TelemetryConfig,
  log: Log,
): Promise<Telemetry> => {
  const origin = { service, replica: replicaName(), version: platformVersion() };
  const telemetry = await createTelemetry({ ...origin, config, log });
  // Before the log's own listener, which writes what it holds, and before the crash report, which is the last line.
  process.prependOnceListener('exit', telemetry.abandon);
  process.once('uncaughtExceptionMonitor', telemetry.abandon);
  return telemetry;
};
