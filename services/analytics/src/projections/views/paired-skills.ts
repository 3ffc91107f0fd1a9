/** So many of a posting's skills are paired: pairs grow with the square, and who names more names everything. */
export const MOST_PAIRED = 60;

/**
 * The skills of a posting that count as standing beside each other: all of them, or the first by name.
 * @param skills sorted, each once
 */
export const pairedSkills = (skills: readonly string[]): readonly string[] =>
  skills.length > MOST_PAIRED ? skills.slice(0, MOST_PAIRED) : skills;
