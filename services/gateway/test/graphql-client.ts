type GraphqlError = {
  message: string;
  path?: (string | number)[];
  extensions: { code: string; traceId: string; faults?: { path: string; message: string }[] };
};
type GraphqlResponse = { data?: Record<string, never> | null; errors?: GraphqlError[] };

/** Sends a raw request to `/graphql`. */
export const post = (
  url: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<Response> =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });

/** Runs one operation. @returns the status and the parsed response */
export const askGraphql = async (url: string, query: string, variables?: Record<string, unknown>) => {
  const response = await post(url, JSON.stringify({ query, variables }));
  const { data, errors } = (await response.json()) as GraphqlResponse;
  return { status: response.status, headers: response.headers, data: data as unknown, errors };
};
