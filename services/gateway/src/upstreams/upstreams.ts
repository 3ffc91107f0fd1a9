/** The services behind the gateway. */
export const parts = ['ingestion', 'tagging', 'analytics'] as const;
export type Part = (typeof parts)[number];
export type PartUrls = Record<Part, string>;

/** Whether a request for what belongs to this owner is handed on. */
export const isPart = (owner: string): owner is Part => (parts as readonly string[]).includes(owner);
