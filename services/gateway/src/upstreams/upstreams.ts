/** The services behind the gateway. */
export const upstreams = ['ingestion', 'tagging', 'analytics'] as const;
export type Upstream = (typeof upstreams)[number];
export type UpstreamUrls = Record<Upstream, string>;

/** Whether requests for operations of this owner are forwarded. */
export const isUpstream = (owner: string): owner is Upstream =>
  (upstreams as readonly string[]).includes(owner);
