/**
 * An answer to a question as it went over the wire; `tag` names the views that it was read from. One that was read
 * from elsewhere has another tag, or none, and is never given as fresh.
 */
export type Answer = { contentType: string; tag: string | null; body: string };
