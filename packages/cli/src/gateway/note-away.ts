import { note } from '../terminal/command.ts';
import { awayLines } from '../terminal/status-text.ts';
import type { GatewayAccess } from './access.ts';
import { askGateway } from './ask-gateway.ts';

/** Says on standard error which parts are away or wait for what; nothing where that cannot be known. */
export const noteAway = async (at: GatewayAccess): Promise<void> => {
  const status = await askGateway(at, 'getStatus').catch(() => null);
  if (status) awayLines(status, null).forEach(note);
};
