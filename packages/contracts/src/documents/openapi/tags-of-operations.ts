/** The groups of operations, in reading order. */
export const operationTags = [
  { name: 'postings', description: 'Postings go in, are read, and are taken back.' },
  { name: 'questions', description: 'Which skills the market asks for.' },
  { name: 'tagging', description: 'Which skills a text holds.' },
  { name: 'watching', description: 'Whether every posting is where it should be, and every part at work.' },
] as const;
export type TagName = (typeof operationTags)[number]['name'];
