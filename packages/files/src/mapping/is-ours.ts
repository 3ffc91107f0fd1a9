import { postingInput } from '@skillstream/contracts';

const ours = new Set(Object.keys(postingInput.shape));

/**
 * Whether a row is already a posting as ingestion takes it, by its keys: it has a source and an id, and nothing that
 * ingestion does not know. Its values are for ingestion to check, so that people see its reasons.
 */
export const isOurs = (row: object): boolean =>
  'source' in row && 'sourceId' in row && Object.keys(row).every((key) => ours.has(key));
