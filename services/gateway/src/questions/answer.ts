/** An answer to a question as it went over the wire; `tag` names the views that it was read from. */
export type Answer = { contentType: string; tag: string; body: string };
