/** What is masked, and what stands there instead: square brackets are no markup, and no skill has such a name. */
export const maskKinds = ['email', 'phone', 'profile', 'name'] as const;
export type MaskKind = (typeof maskKinds)[number];

/** How much was masked, by kind. */
export type Masked = Record<MaskKind, number>;

/** What stands for something that was masked. */
export const markOf = (kind: MaskKind): string => `[${kind}]`;
