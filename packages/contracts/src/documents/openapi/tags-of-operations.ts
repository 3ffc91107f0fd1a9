/** The groups of operations, in reading order. */
export const operationTags = [
  { name: 'postings', description: 'Send, read and retract postings.' },
  { name: 'questions', description: 'Queries about the demand for skills.' },
  { name: 'tagging', description: 'Skills found in texts.' },
  { name: 'watching', description: 'Monitoring: ledger, reconciliation, verification, status.' },
] as const;
export type TagName = (typeof operationTags)[number]['name'];
