import { EngineError } from '../errors.ts';
import type { Engines, Report } from '../types.ts';
export async function dockerEngines(_deps: { reason: string; report: Report }): Promise<Engines> {
  throw new EngineError('engines.docker', 'not yet');
}
