/** Words that no person is called: a team is no person. */
const words = [
  'Team|Talent|Recruiting|Recruitment|Recruiters?|Human|Resources|People|Hiring|Managers?|Management|Jobs?',
  'Careers?|Department|Support|Office|Sales|Engineering|Engineers?|Developers?|Group|Inc|Ltd|GmbH|Company',
  'Capital|Acquisition|Assistance|Operations|Customer|Services?|Us|You|Our|The|This|Phone|Subject|Resume',
  'Applications?|Benefits|Accommodations?|Coordinator|Partners?|Staff|Security|Data|Privacy|Officer|Info',
  'Video|Interview|Generation|Leader|Linkedin|LinkedIn|Profile|Founders?|Cofounders?|Here|Website|Me',
  'Twitter|Telegram|Careful|Github|GitHub|Blog|See|More|About|Follow|Connect|Apache|Kafka|Spring|Boot|Ruby|Rails|Java|Python',
  'JavaScript|TypeScript|DevOps|YouTube|PayPal|HubSpot|FastAPI|NumPy|PyTorch|DocuSign|OpenStack',
  'React|Angular|Google|Amazon|Microsoft|Azure|Docker|Kubernetes|Linux|Redis|Postgres|Django|Node|Scala',
  'Jira|Excel|Slack|Figma|Salesforce|Workday|Confluence|Kotlin|Swift|Android|Ihre[mnrs]?|Unsere[mnrs]?|Deine[mnrs]?|Die|Das|Der|Den|Dem|Personal',
  'Personalabteilung|Abteilung|Bewerbung|Bewerbungen|Ansprechpartner|Ansprechpartnerin|Betreff|Hey',
  // Employers, and headings above an address or a title.
  'Deutsche[nrs]?|Evangelische[nrs]?|Katholische[nrs]?|Rote[ns]?|Stadt|Stadtwerke|Landkreis|Gemeinde|Klinik',
  String.raw`Hotel|Autohaus|Praxis|Kanzlei|Firma|\p{L}{0,30}(?:[Aa]mt|[Kk]linikum|[Kk]rankenhaus|[Vv]erband|[Vv]erwaltung|[Ss]tiftung|[Vv]erein|[Kk]asse|[Aa]gentur|[Zz]entrum|[Ss]chule)`,
  String.raw`Universität\p{Ll}{0,20}|Bitte|Wir|Suchen|Gesucht|Toll|Free|Equal|Opportunity|Employer|Position`,
  'Bad|Open|Positions|Salary|Range|Hours|Date|Start|Pay|Uncapped|Commission|Location|Email|Resumes|Schedule|Shift',
].join('|');
// Lines before a job title are as often other titles, places and headings.
const moreWords = [
  'Account|Executive|Director|Success|Product|Design|Designer|Marketing|Finance|Program|Project|Solutions?',
  'Business|Software|Lead|Senior|Junior|Principal|Head|Chief|President|Strategy|Strategic|Growth|Revenue',
  'Technical|Technology|Global|Regional|Enterprise|Commercial|Analytics|Analyst|Architect|Architecture',
  'Associate|Assistant|Consultant|Consulting|Specialist|Scientist|Science|Research|Representative',
  'Administrator|Administration|Counsel|Legal|Compliance|Risk|Procurement|Supply|Quality|Platform',
  'Infrastructure|Cloud|Mobile|Web|Frontend|Backend|Full|Stack|Machine|Learning|Artificial|Intelligence',
  'Deep|Digital|Content|Social|Media|Public|Relations|Community|Brand|Creative|Field|Channel|Alliances|Deal',
  'Client|Clinical|Medical|Health|Healthcare|Care|Education|Training|Accounting|Accounts|Controller|Payroll',
  'Tax|Audit|Treasury|Investor|Investments?|Ventures?|Fund|Funds|Labs?|Bank|University|School|Institute',
  'Life|Sciences|Real|Estate|Entry|Level|Time|Cycle|Industrial|Equity|Functions|Early',
  'Remote|Onsite|Hybrid|Full-Time|Part-Time|Contract|Role|Title|Responsibilities',
  'Requirements|Qualifications|Skills|Experience|Overview|Summary|Mission|Vision|Values|Reports?|Reporting',
  'Centers?|Centre|Lens(?:es)?|Campaigns?|Deliverability|Automation|Templates?|Writer|Clerk|Room|Carrier|Handler',
  'Recruitments?|Staffing|Personalvermittlung|Personaldienstleistung|Consultancy|Technologies|Systems|Holdings?',
  'Key|Core|What|Who|Why|How|Your|An?|New|Eastern|Western|America|American|Americas|Europe|European|Asia|Africa',
  'Middle|Latin|United|States|Kingdom|City|Town|Area|Coast|View|Amsterdam|Toronto|Chicago|Seattle|Dublin',
  'Singapore|Munich|Germany|Spain|Canada|Australia|Japan|China|Brazil|Mexico|Netherlands|California',
].join('|');
// One of these may be a name ("Austin Miller", "Kim West"); two of them are a place.
const places = [
  'Austin|Berlin|Boston|Carolina|Charlotte|Dallas|Denver|Florida|Francisco|Georgia|Houston|London|Madison|Milan',
  'Paris|Phoenix|Sydney|Texas|Vienna|Virginia|Washington|York|France|India|Ireland|Israel|Poland',
  'North|South|East|West|Central',
].join('|');
// Behind another word these are the country of a town that is not listed.
const countries = [
  'Germany|Austria|Switzerland|Netherlands|Belgium|Spain|Portugal|Sweden|Norway|Denmark|Finland|Hungary|Romania',
  'Bulgaria|Ukraine|Canada|Australia|Brazil|Singapore|Deutschland|Österreich|Schweiz|France|Poland|India|USA',
].join('|');
// What begins with one of these is a place; within a name only those of cities are ("Maria San Martin").
const placeBegins =
  'Berlin|Hamburg|München|Munich|Frankfurt|Köln|Cologne|Stuttgart|Düsseldorf|Leipzig|Dresden|Hannover|Nürnberg|' +
  'Bremen|Dortmund|Wien|Zürich|North|South|East|West|Central|San|Los|Las|Santa|Palo|Menlo|Redwood|Cape|Tel|Hong|Rio';
const cities =
  'New York|San (?:Jos[eé]|Diego|Francisco|Mateo)|Los Angeles|Palo Alto|Menlo Park|Tel Aviv|Hong Kong';
// In capitals anything is emphasised.
const emphasised = [
  'Now|Right|To|At|In|On|For|From|With|And|Or|If|Not|No|Only|All|Any|Is|Are|Be|We|It|By|As|Of|Up|Asap|Required',
  'Must|Should|Can|Do|Please|Email|Mail|Apply|Send|Contact|Cv|Hr|Ceo|Cto|Urgent|Direct|Directly|Today|Time',
  'Address|Number|Details|Form|Information|Line|Name|Call|Text|Chat|Link|Online|Help|Desk|Center|Centre|Und|Oder',
].join('|');
const wordOf = (...lists: string[]): RegExp =>
  new RegExp(String.raw`(?<!\p{L})(?:${lists.join('|')})(?!\p{L})`, 'u');
const noName = wordOf(words);
const noSigner = wordOf(words, moreWords);
const noCapitals = wordOf(words, moreWords, emphasised);
const isPlace = new RegExp(
  String.raw`^(?:(?:${places})(?: |$))+$|^(?:${placeBegins}) |(?<!\p{L})(?:${cities})(?!\p{L})| (?:${countries})$`,
  'u',
);

const hasCapitals = (name: string): boolean => /\p{Lu}{2}/u.test(name);
/** Words in capitals as others are written: "JANE VAN DER DOE" is Jane van der Doe. */
const spelled = (name: string): string =>
  name
    .replace(/(?<= )(?:DE|DA|VAN|VON|DER|DEN|DI|DEL|LA|LE)(?= )/gu, (particle) => particle.toLowerCase())
    .replace(/(\p{Lu})(\p{Lu}+)/gu, (_, first: string, rest: string) => first + rest.toLowerCase());

const isNone = (pattern: RegExp) => (name: string) => {
  const written = spelled(name);
  return isPlace.test(written) || (hasCapitals(name) ? noCapitals.test(written) : pattern.test(name));
};

/** Whether what stands where a name might stand is none. */
export const isNoName = isNone(noName);

/** The same of what stands before a job title. */
export const isNoSigner = isNone(noSigner);
