import type { Role } from '@skillstream/contracts';

/** A word of a trade: with one, a title that has a commercial word as well is still a technical one. */
export const technical =
  /engineer|developer|software development|programmer|scientist|architect|administrator|\bsre\b|technical staff/;

/** Titles of other trades, which have words of ours in them ("Sales Development", "Operations Manager, AI"). */
export const commercial = new RegExp(
  [
    String.raw`\b(?:sales|account (?:executive|manager|director)|recruit(?:er|ing)|talent|marketing|customer (?:success|support|experience)|(?:business|corporate|workforce|market|channel) development|legal|counsel|finance|fp&a|accountant|accounting|communications|writer|teacher|therapist|nurse|technician|translators?|linguists?|guard|designers?|strategist|data (?:entry|cent(?:er|re))s?)\b`,
    String.raw`\b(?:operations|marketing|people|community|clinical|events?|partners?|ads|construction|permitting|locali[sz]\w+) (?:project|program|programme) managers?\b|\b(?:project|program|programme) managers?,? (?:- )?(?:construction|permitting)\b`,
    String.raw`(?<!\b(?:it|network|cloud|security|infrastructure) )\boperations (?:managers?|leads?)\b|\b(?:engagement|category|construction|commissioning|partnerships?|partner) managers?\b|\b(?:people|product|business|revenue|rev|sales|fraud|treasury|gtm|account) ops\b`,
    String.raw`\b(?:manufacturing|mechanical|civil|chemical|industrial|structural|construction|solutions?|cam|cnc) (?:\w+ )?(?:engineer|programmer)s?\b`,
  ].join('|'),
);

/** A title that only names the subject ("AI Content Expert") makes no models. */
export const bareAi = /\b(?:ai|a\.i\.|artificial intelligence|llms?|genai)\b/g;
export const makesThings =
  /engineer|develop|scien|architect|research|lead\b|technical|programmer|machine learning/;

const techWord =
  '(?:engineering|technology|technical|product|data|software|(?:cyber)?security|it|platform|infrastructure|ai|ml|r&d|devops|qa|mobile|development|backend|frontend|ios|android)';
/** Who leads a team: a manager of ours where the title has a word of `ofSoftware` as well ("Team Lead - Grocery"). */
export const leadsTeam = /\bteam leads?\b/;
export const ofSoftware =
  /engineer|develop|software|back-?end|front-?end|full-?stack|tech|\bdata\b|\b(?:qa|devops|mobile|r&d|it|java|kotlin|python|php|ruby|scala|golang|ios|android|web)\b|\.net\b|c\+\+/;

/** In order: the first rule that matches a title decides. A specialty beats a side of the stack. */
export const roleWords: ReadonlyArray<readonly [Role, RegExp]> = [
  [
    'management',
    new RegExp(
      `\\b((?:cto|cio|ciso|cpo)(?!['’]s|,? (?:office|founder))|chief (technology|information|product|data|ai)|scrum masters?|product owners?|(?:ai|product|technical) pm|(?:engineering|product) lead(?:er)?s?|(?:dev|development) team leads?|` +
        `(engineering|development|software|product|project|program|programme|delivery|technical program|qa|devops|data|data (?:science|platform)|it|security|infrastructure|r&d) managers?|` +
        `managers?(?:,? (?:of )?| - )(software|engineering|product|data (?:science|platform))|` +
        `(head|vp|svp|avp|vice president|director|group lead)[,:]? (of |- )?(\\w+ ){0,2}?${techWord}|${techWord} (director|vp|head)s?)\\b`,
    ),
  ],
  [
    'security',
    /\b(security(?! clearance)|infosec|appsec|(?:detection|grc) engineer\w*|detection (?:&|and) response|iam|identity (?:&|and) access|devsecops|secops|cyber\w*|penetration|pentest\w*|red team|threat|vulnerability|cryptograph\w*|soc analyst)\b/,
  ],
  [
    'ml',
    /\b(machine[- ]learning|deep[- ]learning|ml|mle|mlops|llmops|(?<!\.)ai|a\.i\.|artificial intelligence|nlp|natural language|(?:computer|machine) vision|multi-?modal|world models?|model architecture|llms?|genai|(?<!operations )(research|applied) (scientist|engineer)s?|applied research(?:ers?)?|reinforcement learning|rl|rlhf|(?<!causal )inference|(?:pre|post)[- ]?training)\b/,
  ],
  [
    'data',
    /\b(data|analytics|dba|database\w*|etl|business intelligence|bi (developer|engineer|analyst)|statistic\w*|quants?|quantitative|operations research|hadoop|spark|bigdata)\b/,
  ],
  [
    'devops',
    /\b(dev[- /]?ops|sre|site reliability|reliability|infrastructure|infra|(platform|cloud|network|build|release|operations|production|systems?) (engineer|architect)\w*|sdn|network automation|it (?:systems? )?(?:engineer|admin)\w*|(platform|cloud|network|systems) specialist\w*|sys[- ]?admins?|(systems?|linux|network|unix) admin\w*|cloud|kubernetes|k8s|(?:it|cloud|infra|platform|network|api|tech) ops|ops engineer\w*)\b/,
  ],
  [
    'mobile',
    /\b(ios|android|mobile|react[- ]native|flutter|swift|kotlin|objective[- ]c|xamarin|iphone|ipad)\b/,
  ],
  [
    'embedded',
    /\b(embedded|firmware|fpga|asic|rtl|hardware|electrical|electronics?|pcb|avionics|rf engineer\w*|autonomy|autonomous|robotics?|mechatronics?|kernel|device drivers?|controls engineer\w*|iot)\b/,
  ],
  [
    'qa',
    /\b(qa|q\.a\.|sdet|quality (assurance|engineer\w*|analyst)|test(ing)? (engineer|automation|analyst|lead|framework)\w*|tester|(engineer|developer)s? in test|(?<!(growth|sales|marketing|gtm|ai|process|business|workflow|finance|factory|workplace|strategic|operations) )automation engineer)\b/,
  ],
  [
    'fullstack',
    /\bfull[- ]?[- ]?stack|\b(php|python|ruby|rails|java|node(\.?js)?|scala|go|golang|django|\.net)(?: ?[/&+,] ?| and )(javascript|typescript|react(\.?js)?|angular(\.?js)?|vue(\.?js)?) (engineer|developer)|\bfront[- ]?end\w*[^|]{1,24}\bback[- ]?end|\bback[- ]?end\w*[^|]{1,24}\bfront[- ]?end/,
  ],
  [
    'frontend',
    /\bfront[- ]?end|\b(ui|ux\/ui|ui\/ux|javascript|typescript|react(\.?js)?|angular(\.?js)?|vue(\.?js)?|ember(\.?js)?|html5?|css) (\w+ )?(engineer|developer|architect)|\b(ui|ux) (engineer|developer)|(?<![a-z] )\bdesign engineer|\b(?:senior|sr\.?|staff|lead|principal|founding|product|ux|ui|web) design engineer/,
  ],
  ['fullstack', /(?<!back[- ]?end )\bweb (application |app )?(engineer|developer|programmer)/],
  [
    'backend',
    /\bback[- ]?end(?! of line)|\bruby on rails\b|\bsmart contracts?\b|\bprotocol engineer|\bdistributed systems\b|\bengineers?(?:,| -| \|) (?:apis?|payments)\b|\b(server[- ]?side|api|apis|java|python|golang|go|ruby|rails|ror|php|scala|django|laravel|drupal|wordpress|magento|node(\.?js)?|elixir|clojure|erlang|haskell|rust|perl|microservices|distributed systems|blockchain|solidity|payments|search)[ /](\w+ )?(engineer|developer|programmer|architect)|c\+\+|c#|\.net\b|\bserver (engineer|developer)/,
  ],
];
