/** Most skills of a posting that are paired: pairs grow with the square, and a posting with more lists everything. */
export const MOST_PAIRED = 60;

/**
 * Returns the skills of a posting that are counted in pairs: all of them, or the first by name.
 * @param skills sorted and distinct
 */
export const pairedSkills = (skills: readonly string[]): readonly string[] =>
  skills.length > MOST_PAIRED ? skills.slice(0, MOST_PAIRED) : skills;
