/** Names of what stands beside postings in a file, in small letters: it has names and descriptions as well. */
export const ofOthers: ReadonlySet<string> = new Set([
  ...['companies', 'company', 'organizations', 'employers', 'departments', 'department', 'teams', 'offices'],
  ...[
    'locations',
    'location',
    'categories',
    'category',
    'tags',
    'skills',
    'facets',
    'filters',
    'aggregations',
  ],
  ...[
    'included',
    'users',
    'authors',
    'author',
    'links',
    'errors',
    'similar',
    'related',
    'industries',
    'languages',
  ],
  ...['benefits', 'perks', 'sections', 'questions', 'requirements', 'responsibilities', 'faq', 'steps'],
  ...['similarjobs', 'similar_jobs', 'relatedjobs', 'related_jobs'],
]);
