import { eventHeaders } from '@skillstream/contracts';
import type { LogRecord } from './record.ts';

/**
 * Whether a record takes the text of a posting out of its topic: a tombstone with the header `expired`. The posting is
 * not retracted by it.
 */
export const isExpired = ({ value, headers }: Pick<LogRecord, 'value' | 'headers'>): boolean =>
  value === null && headers[eventHeaders.expired] !== undefined;
