/** A skill found in a text. `start` and `end` are UTF-16 code unit indexes: `text === source.slice(start, end)`. */
export type Tag = {
  skillId: string;
  label: string;
  category: string;
  text: string;
  start: number;
  end: number;
};
