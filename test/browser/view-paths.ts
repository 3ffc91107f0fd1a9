/** The paths of all views of the page. */
export const views = [
  '/',
  '/skills/docker',
  '/compare',
  '/reports',
  '/reports/backend-2025',
  '/pipeline',
  '/try',
  '/load',
  '/sources',
];
