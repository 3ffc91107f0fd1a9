import { attribute, type Attributes } from '@skillstream/telemetry';

const { http } = attribute;

/** What the span of a request to an upstream says of it. */
export const requestAttributes = (method: string, base: URL): Attributes => ({
  [http.method]: method,
  [http.serverAddress]: base.hostname,
  [http.serverPort]: Number(base.port || 80),
});
