import { note } from '../terminal/command.ts';
import { unreadyLines } from '../terminal/status-text.ts';
import type { GatewayAccess } from './access.ts';
import { askGateway } from './ask-gateway.ts';

/** Prints on standard error which services are unavailable, or wait for what; nothing where the status is unknown. */
export const printUnready = async (at: GatewayAccess): Promise<void> => {
  const status = await askGateway(at, 'getStatus').catch(() => null);
  if (status) unreadyLines(status, null).forEach(note);
};
