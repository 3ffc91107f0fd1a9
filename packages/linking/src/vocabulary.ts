const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** What people are sought for where a title lists it without saying what they are: "Front-End, Back-End & DevOps". */
export const fields = set(
  'android backend data design devop frontend fullstack infra infrastructure ios ml mobile net op ops product qa ' +
    'security sre web',
);

/** Words of a level: postings whose titles differ in one are of different jobs. */
export const levels = set(
  '1 2 3 4 5 intern trainee apprentice working grad junior entry associate intermediate mid senior staff principal ' +
    'lead leader head chief director vp founding distinguished executive',
);

/** Words of a title that say nothing of the job. */
export const fillers = set(
  'a all an and are at d div f for from full fulltime h1b hiring hybrid in is job m more mwd of ok on onsite open or ' +
    'other our per position relocation remote remotely role several site super the time to various visa w we welcome with x',
);

/** When somebody works, or in which language: a job of its own although the text may not say it. */
export const marks = set(
  'autumn day evening fall morning night overnight shift spring summer weekday weekend winter 2024 2025 2026 2027 ' +
    'arabic bilingual chinese czech danish dutch english finnish french german greek hebrew hindi hungarian ' +
    'italian japanese korean mandarin norwegian polish portuguese romanian russian spanish swedish thai turkish ' +
    'ukrainian vietnamese',
);

// What a person is hired as; a title without one is a headline, like "Acme | Berlin | REMOTE".
const person =
  /^\p{L}*(?:engineer|manager|designer|scientist|architect|analyst|administrator|admin|officer|technician|specialist|assistant|consultant|coordinator|counsel|counselor|recruiter|sourcer|representative|executive|agent|artist|writer|editor|accountant|controller|trainer|instructor|teacher|nurse|therapist|pharmacist|physician|operator|inspector|strategist|researcher|advisor|planner|buyer|driver|cook|director|partner|translator|linguist|ambassador|expert|supervisor|practitioner|tester|hacker|marketer|owner|producer|associate|lead|head)$|^(?:dba|sdet|sre)$/u;

const synonyms = new Map<string, string>(
  Object.entries({
    ...{ dev: 'engineer', developer: 'engineer', programmer: 'engineer', engineering: 'engineer' },
    ...{ sr: 'senior', snr: 'senior', jr: 'junior', internship: 'intern', graduate: 'grad' },
    ...{ mgr: 'manager', rep: 'representative', i: '1', ii: '2', iii: '3', iv: '4' },
  }),
);

const singularOf = (word: string): string =>
  word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;

/** One form for the plural, the abbreviation and the synonym of a word of titles. */
export const folded = (word: string): string => {
  const singular = singularOf(word);
  return synonyms.get(word) ?? synonyms.get(singular) ?? singular;
};

/** Whether a folded word names what a person is hired as. */
export const isPerson = (word: string): boolean => person.test(word);

/** Whether a folded word is a person's wherever it stands; an agent may be a program. */
export const isCommonPerson = (word: string): boolean =>
  /^(?:analyst|architect|designer|engineer|manager|scientist)$/.test(word);
