type Answer<T> = { data?: T; errors?: { message: string }[] };

/** Asks the gateway's `/graphql`. @throws Error when it answers with errors */
export const askGraphql = async <T>(url: string, query: string, variables: object = {}): Promise<T> => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(60_000),
  });
  const { data, errors } = (await response.json()) as Answer<T>;
  if (errors) throw new Error(`${response.status}: ${errors.map(({ message }) => message).join('; ')}`);
  return data!;
};
