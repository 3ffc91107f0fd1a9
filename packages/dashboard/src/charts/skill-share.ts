/** The share of postings that ask for a skill, as charts draw it. */
export type SkillShare = {
  id: string;
  label: string;
  count: number;
  population: number;
  share: number | null;
  /** The ends of its 95% interval. */
  low: number | null;
  high: number | null;
};
