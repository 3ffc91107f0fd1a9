import { responseOf, createClient, ProblemError, sendLines, type Schemas } from '@skillstream/client';

/** Returns the skills that backend postings ask for most, as lines to print. */
export const mostWanted = async (baseUrl: string): Promise<string[]> => {
  const gateway = createClient({ baseUrl });
  const query = { role: 'backend', top: 3 } as const;
  const { population, skills } = await responseOf(gateway.GET('/v1/demand', { params: { query } }));
  return skills.map(({ skillId, count }) => `${skillId}: ${count} of ${population}`);
};

/** Sends postings as one stream and returns a line for each that was rejected. */
export const sendAndTell = async (
  baseUrl: string,
  token: () => Promise<string | null>,
  postings: Schemas['PostingInput'][],
): Promise<string[]> => {
  const gateway = createClient({ baseUrl, token });
  const lines = postings.map((posting) => `${JSON.stringify(posting)}\n`).join('');
  const refused: string[] = [];
  for await (const result of sendLines(gateway, lines))
    if (result.status === 'rejected') refused.push(`line ${result.line}: ${result.faults[0]?.message}`);
  return refused;
};

/** Returns a posting, or null when there is none. */
export const postingOrNull = async (
  baseUrl: string,
  id: string,
): Promise<Schemas['PostingRecord'] | null> => {
  try {
    return await responseOf(createClient({ baseUrl }).GET('/v1/postings/{id}', { params: { path: { id } } }));
  } catch (error) {
    if (error instanceof ProblemError && error.problem?.code === 'not-found') return null;
    throw error;
  }
};
