const OF_ONE = /^\/v1\/skills\/([^/]+)\/(?:trend|pairs|salary)$/;
const OF_TWO = '/v1/compare/skills';

/**
 * The skills that a question is about, by their ids.
 * @param question path and query
 */
export const skillsIn = (question: string): string[] => {
  const [path = '', query] = question.split('?');
  if (path === OF_TWO) {
    const sides = new URLSearchParams(query);
    return [sides.get('a'), sides.get('b')].filter((id) => id !== null);
  }
  const id = OF_ONE.exec(path)?.[1];
  try {
    return id === undefined ? [] : [decodeURIComponent(id)];
  } catch {
    // No text in UTF-8: analytics refuses it.
    return [];
  }
};
