/** What a question to a part says of the request that it is asked for: its trace, and who asks. */
export type OnwardHeaders = { traceparent: string; authorization?: string };
