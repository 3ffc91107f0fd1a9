import {
  all,
  any,
  asWritten,
  cued,
  followedBy,
  item,
  listed,
  near,
  nearCategory,
  not,
  precededBy,
} from './predicates.ts';
import type { Predicate } from './context.ts';

const season =
  /\b(in|this|next|last|by|for|since|summer|fall|autumn|winter|early|late|mid|the)[ /,&-]*((the|or|and) )*$/i;
const productNoun =
  /^\s+(protocols?|systems?|platforms?|networks?|networking|infrastructure|tools?|tooling|software|products?|apps?|apis?|services?|technolog(y|ies)|channels?|solutions?|industry|compan(y|ies)|teams?|studies|devices?|director|development|program|company|principles)\b/i;
const asked =
  /\b(strong|excellent|exceptional|great|good|superb|outstanding|effective|clear|solid|written|verbal|oral|interpersonal|team|crisp|concise|open|transparent|skills?|ability|cross-functional|close|demonstrated|proven|value|values)\b[\w\s,/&'’-]{0,40}$/i;

/**
 * The rules that a taxonomy entry can name. Each gives a verdict on a candidate in its context, one feature of the
 * model; `classify.ts` decides. They are short on purpose: a word that needs more is better listed under a longer,
 * unambiguous alias.
 */
export const rules = {
  /** An ordinary word: only in the case of the taxonomy, as a list item or beside a cue. "Chef", "Jest", "Make". */
  listed: all(asWritten, any(listed, cued)),
  /** A verb or common noun: only as an item between separators. "Make", "Segment", "Play". */
  item: all(asWritten, item),
  /** An ordinary word in any case. "gulp", "yarn", "shell". */
  'listed-any-case': listed,
  /**
   * A name that is rarely anything else: in the case of the taxonomy, near technical words. "Rust", "Swift", "Spark".
   */
  named: all(asWritten, any(listed, cued, near(80))),
  /** One letter: beside a separator and an unambiguous skill, or "… language". Not "Series C", "C-level", "R&D". */
  letter: all(
    asWritten,
    not(
      followedBy(
        /^(\s?&\s?D\b|[-–]?(level|suite|corp|round|class|team)\b|\.\s?[A-Z]\b|\s(level|suite|corp|round|suite)\b|['’]|\.[A-Z])/i,
      ),
    ),
    not(
      precededBy(
        /(\b(series|vitamin|class|grade|level|plan|title|hepatitis|category|schedule|appendix|round|washington,?|type|option|section|part|building|unit|suite|rounds?|series [a-z][,/&]?( (and|or|to|&))?) |[&$([]|\b[A-Z]\.|['’])$/i,
      ),
    ),
    any(
      all(
        precededBy(/([,;:/|•\n]|\b(and|or|in|like|with))\s*$/i),
        followedBy(/^(\s*([,;/|)•\n]|\.\s|\.?$)|\s+(and|or|is|to)\b)/i),
        near(30),
      ),
      all(followedBy(/^\s*[,/]|^\s+(and|or)\b/i), near(12)),
      followedBy(/^\s+(programming|language|programmers?|developers?|code|codebase|compiler|libraries)\b/i),
      all(
        precededBy(/\b(programming in|written in|code in|coding in|experience (in|with)|proficient in)\s$/i),
        followedBy(/^\s*([,;/.)\n]|$|and|or)/),
      ),
    ),
  ),
  /** "Go" and not "Go to market", "go live"; "GO" only as a list item. */
  go: all(
    any(
      asWritten,
      all(({ text, match }) => text.slice(match.start, match.end) === 'GO', listed),
    ),
    not(
      followedBy(
        /^[- ](to|live|beyond|ahead|above|green|big|back|out|through|from|the|deep|home|public|further|global|wild|on|here|away|down|up|bag|where|check|apply|with)\b/i,
      ),
    ),
    // "Terraform and Go for five years" is a list; "Go for it" is not.
    any(listed, not(followedBy(/^ for\b/i))),
    not(precededBy(/\w-$/)),
    not(precededBy(/\b(Pok[eé]mon|pok[eé]mon|ready to|to|let's|Let's) $/)),
    // After "and" only a list distinguishes the language ("Terraform and Go") from the verb ("pack up and Go").
    any(listed, all(not(precededBy(/\band $/)), any(cued, near(60)))),
  ),
  /** "React" in the case of the taxonomy, or in a list; not the verb. */
  react: any(
    all(
      asWritten,
      not(
        followedBy(
          /^\s+(to|quickly|fast|in real|promptly|calmly|swiftly|appropriately|rapidly|and (adapt|respond))\b/i,
        ),
      ),
    ),
    all(listed, not(followedBy(/^\s+(to|quickly|fast)\b/i))),
  ),
  /** The framework and not the season. */
  spring: all(
    asWritten,
    not(
      followedBy(
        /^\s*(\(?(20)?\d\d\b|['’]\d\d|semester|break|term|internship|intern\b|of\b|cohort|or (summer|fall)|\/\s?summer|into|street|st\b|hill)/i,
      ),
    ),
    not(all(precededBy(season), not(listed))),
    any(listed, cued, near(60)),
  ),
  /** Express.js: the short name counts only beside Node, React or the like. */
  express: all(asWritten, not(followedBy(/^\s+(interest|your|an?|the|yourself)\b/i)), listed),
  /** Node.js: in the case of the taxonomy near technical words, or as a list item. */
  node: any(all(asWritten, any(listed, cued, near(60))), all(listed, near(20))),
  /** The architectural style: in capitals, or in lower case among technical words. */
  rest: any(
    all(
      asWritten,
      not(followedBy(/^\s+(of|assured)\b/i)),
      any(near(120), followedBy(/^[- /](api|service|endpoint|interface|based|ful)/i), listed),
    ),
    all(followedBy(/^\s*[,/]/), precededBy(/[,/(]\s*$/), near(20)),
  ),
  /** The style sheet language, beside Sass or CSS only. */
  less: all(
    listed,
    near(12),
    not(followedBy(/^\s+(than|time|of|is|and more)\b/i)),
    precededBy(/[,/(&|]\s*$|\b(and|or)\s$/i),
    followedBy(/^\s*([,/)&|.;\n]|$|and\b|or\b)/i),
  ),
  /** A name that is also a company's: not before "Labs". */
  lambda: all(asWritten, not(followedBy(/^\s+(Labs|School|Chi)\b/)), any(listed, cued, near(80))),
  /** The framework and not the city. */
  phoenix: all(asWritten, item, not(followedBy(/^[^a-z]{0,12}(AZ|Arizona)\b/))),
  /** The database, and not the company's other products, nor a former employer. */
  oracle: all(
    asWritten,
    not(followedBy(/^\s+(Cloud|Health|Corporation|ERP|Fusion|NetSuite|Park)\b/)),
    any(listed, cued),
  ),
  /** Containers as a technology and not a data type or a shipping box. */
  containers: all(any(near(80), cued), not(precededBy(/\b(shipping|cargo|freight|food)\s$/i))),
  /** The method: "Agile", or "agile" before a technical term. */
  agile: any(
    all(asWritten, not(precededBy(/[.!?•\n-]\s*$/))),
    followedBy(
      /^[ /,-]+(and |or |\w+ )?(scrum|methodolog|development|practice|process|environment|software|principles|team|workflow|ceremon|framework|engineering|lean|kanban|xp\b|sprint|project)/i,
    ),
    all(precededBy(/\b(scrum|lean|kanban|xp)[,/ ]+(and |or |& )?$/i)),
  ),
  /** "statistics" as a field, not as figures. */
  statistics: any(
    followedBy(/^\s*(,|and|or|\/|background|degree|knowledge|skills)/i),
    precededBy(/\b(in|of|with|mathematics|math|maths|and|or|,|applied)[,/ ]+$/i),
  ),
  /** "algorithms" as a field: required, or listed with data structures and the like. */
  algorithms: any(
    precededBy(
      /\b(data structures|experience (in|with)|knowledge (of|in)|understanding of|background in|design of|fundamentals in|skills in)[,/& ]+(and |or )?$/i,
    ),
    followedBy(/^\s*(,|and|&|\/)\s*(and )?data structures/i),
    followedBy(/^\s+(design|development|and complexity)\b/i),
  ),
  /** A term of machine learning that other fields use, too. */
  'near-ai': nearCategory(200, 'ai-ml'),
  /** A soft skill that is required, and not a product or department. */
  'soft-word': all(
    not(followedBy(productNoun)),
    not(
      precededBy(
        /\b(inter-?process|machine|wireless|satellite|data|serial|marketing|unified|secure|real-time|internal|video|network|digital|mass|our|the|customer|service|interservice) $/i,
      ),
    ),
    any(
      followedBy(
        /^\s*(skills?|abilit(y|ies)|and|,|&|\/)?\s*(collaboration|communication|teamwork|leadership|interpersonal|organi[sz]ational|writing|documentation|problem|skills?|abilit(y|ies))/i,
      ),
      precededBy(asked),
    ),
  ),
} satisfies Record<string, Predicate>;

/** A technical term that may also describe the product or market: no rule, only the model decides. */
const WITHOUT_RULE = ['topic'];

/** The values of `ambiguous` in a taxonomy entry. */
export const ruleIds: readonly string[] = [...Object.keys(rules), ...WITHOUT_RULE];

/** Rules that need the case of the taxonomy, which is checked first, since most words fail there. */
export const boundToCase: ReadonlySet<string> = new Set([
  ...['listed', 'item', 'named', 'letter', 'spring', 'express', 'lambda', 'phoenix', 'oracle'],
]);
