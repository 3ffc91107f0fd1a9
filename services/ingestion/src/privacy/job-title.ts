const LEVEL = String.raw`(?:Senior|Sr\.?|Junior|Jr\.?|Lead|Principal|Global|Technical|Tech|Associate|Corporate|Executive|Staff|IT|HR)`;
const OFFICE = [
  String.raw`Recruiter(?:in)?|(?:Recruiting|Recruitment) (?:Manager|Lead|Partner|Coordinator|Specialist|Consultant)(?:in)?`,
  String.raw`Talent (?:Acquisition|Partner|Manager|Lead|Scout|Sourcer|Specialist)|(?:Talent )?Sourcer`,
  'HR (?:Manager|Business Partner|Generalist|Director|Lead|Specialist)(?:in)?|Human Resources',
  'People (?:Partner|Manager|Lead|Operations|Ops)|Hiring Manager|Head of|VP|Vice President|Director of|Director',
  'C[TEOFPM]O|Chief [A-Z][a-z]+ Officer|Co-?[Ff]ounder|Founder|Founding|Managing (?:Director|Partner)|President',
  'Engineering Manager|Gesch(?:ä|ae)ftsf(?:ü|ue)hrer(?:in)?|Personal(?:referent|leiter)(?:in)?|Inhaber(?:in)?',
].join('|');

/**
 * A job title as it stands behind a name in a signature: of those who hire, and of those who lead. "President's Club"
 * is none.
 */
export const JOB_TITLE = String.raw`(?:${LEVEL} ){0,3}(?:${OFFICE})(?!\p{L}|['’]\p{L})`;
