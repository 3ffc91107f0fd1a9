import { capital } from './words.ts';

// As the index of the taxonomy has them; the API names a category by its id alone.
const labels: ReadonlyMap<string, string> = new Map([
  ['languages', 'Programming languages'],
  ['frameworks', 'Frameworks and platforms'],
  ['frontend', 'Frontend'],
  ['mobile', 'Mobile'],
  ['cloud', 'Cloud'],
  ['containers-microservices', 'Containers and microservices'],
  ['api', 'APIs and protocols'],
  ['security-compliance', 'Security and compliance'],
  ['relational-databases', 'Relational databases'],
  ['nosql-databases', 'NoSQL databases'],
  ['data', 'Data engineering and analytics'],
  ['ai-ml', 'AI and machine learning'],
  ['messaging', 'Messaging and streaming'],
  ['ci-cd', 'CI/CD and infrastructure as code'],
  ['observability', 'Observability'],
  ['testing', 'Testing'],
  ['operating-systems', 'Operating systems and infrastructure'],
  ['hardware', 'Hardware and mechanical engineering'],
  ['business-systems', 'Business systems'],
  ['practices', 'Engineering practices'],
  ['soft-skills', 'Soft skills'],
]);

/** Whether the taxonomy that comes with the page has a category; another one may have others. */
export const isUsualCategory = (id: string): boolean => labels.has(id);

/** A category of skills as people write it; of one that the taxonomy that comes with the page has not, its id. */
export const categoryName = (id: string): string => labels.get(id) ?? capital(id.replaceAll('-', ' '));
