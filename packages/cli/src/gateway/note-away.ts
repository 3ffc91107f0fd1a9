import { note } from '../terminal/command.ts';
import { awayLines } from '../terminal/status-text.ts';
import type { GatewayAccess } from './access.ts';
import { askGateway } from './ask-gateway.ts';

/** Prints on standard error which services are unavailable, or wait for what; nothing where the status is unknown. */
export const noteAway = async (at: GatewayAccess): Promise<void> => {
  const status = await askGateway(at, 'getStatus').catch(() => null);
  if (status) awayLines(status, null).forEach(note);
};
