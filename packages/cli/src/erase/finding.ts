/** A place where something of a posting is still found. */
export type Finding = {
  place: string;
  /** Its text, or only its id, which everything that is counted has. */
  what: 'text' | 'id';
  /**
   * By when it is gone: `overdue` should be gone already, `kept` stays by design, `unbounded` goes without a time that
   * could be named, `live` is the posting itself, which nothing has erased.
   */
  until: Date | 'overdue' | 'kept' | 'unbounded' | 'live';
  note?: string;
  /** Found by words alone, where nothing names the posting: they may be another one's. */
  byWords?: boolean;
};

/** What was found in a place, however much it is. */
export type Found = {
  /** The first of each kind, and how often the same was found there. */
  findings: (Finding & { count: number })[];
  /** How many more there are that are not named, by what they are. */
  others: Record<string, number>;
  /** All of them. */
  count: number;
  /** Whether one of them is text that should be gone. */
  overdue: boolean;
  /** Whether one of them names the posting. */
  named: boolean;
  /** The latest time by which the text is gone; null where none is found, `unbounded` where no time is set. */
  goneBy: Date | 'unbounded' | null;
};

/** A place that was looked at, and whether all of it was; if not, why, where that is not that time was up. */
export type Looked = Found & {
  store: 'MongoDB' | 'Redis' | 'Kafka' | 'files';
  place: string;
  complete: boolean;
  reason?: string;
};

const ID_CHARACTER = /[\w.-]/;

/** Whether a text names a posting by its id: not as a part of a longer id. Linear in the text. */
export const mentions = (text: string, id: string): boolean => {
  for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + id.length)) {
    const [before, after] = [text[at - 1] ?? ' ', text[at + id.length] ?? ' '];
    if (!ID_CHARACTER.test(before) && !ID_CHARACTER.test(after)) return true;
  }
  return false;
};

/** Whether a text holds another, in any case, as it is or as JSON writes it. */
export const holdsText = (text: string, sought: string): boolean => {
  const [where, what] = [text.toLowerCase(), sought.toLowerCase()];
  return where.includes(what) || where.includes(JSON.stringify(what).slice(1, -1));
};
