import type { Role } from '@skillstream/contracts';

const languages =
  '(java|python|golang|go|ruby|php|scala|django|laravel|spring|node(?:\\.?js)?|elixir|rust|perl|backend|api)';
const frontends = '(javascript|typescript|react(?:\\.?js)?|angular(?:js)?|vue(?:\\.?js)?|html5?|css|ui|ux)';
const maker = '(software)?-?(entwickl(?:er|ung)|programmierer|ingenieur|architekt)';
const hired = '(d[ée]veloppeu(?:r|se)|programador|desarrollador|ing[ée]nieure?|ingenier[oa])';

/**
 * Words of German, French and Spanish titles for a role, beside the English ones of `role.ts`; German writes most of
 * them as one word. The titles are in lower case.
 */
export const wordsAbroad: Partial<Record<Role, RegExp>> = {
  management:
    /\b(entwicklungsleit\w+|it-?leit(er|ung)\w*|leit(er|erin|ung) (der )?(it|software|entwicklung|softwareentwicklung)\b|(team|projekt|abteilungs)leit(er|ung)\w* (it|software\w*|entwicklung|data)\b|jefe de (producto|proyecto)|chef de (produit|projet)|directeur technique)/,
  security:
    /\b(it-?sicherheit\w*|informationssicherheit\w*|cybersicherheit\w*|ciberseguridad|cybers[ée]curit[ée])/,
  ml: /\b(maschinelle[sn]? lernen|apprentissage automatique|aprendizaje autom[áa]tico)/,
  data: /\b(daten(analyst|ingenieur|wissenschaft|bank|architekt|modell)\w*|statistiker\w*|(analista|ingenier[oa]|cient[ií]fic[oa]) de datos|(analyste|ing[ée]nieure?|scientifique) (de )?donn[ée]es)/,
  devops:
    /\b((system|netzwerk|linux|windows|it|server)-?admin\w*|system(ingenieur|techniker|betreuer)\w*|netzwerk(ingenieur|techniker)\w*|administrad(or|ora) de (sistemas|redes)|admin(istrateur|istratrice)? (syst[èe]mes?|r[ée]seaux?))/,
  embedded: /\b((hardware|elektronik|firmware|embedded-?software)-?entwickl\w*|sps-?programmierer\w*)/,
  qa: /\b(softwaretest\w*|test(ingenieur|automatisier|manager)\w*|qualit[äa]tssicher\w*|testeu(r|se) (logiciel|qa)|ingenier[oa] de pruebas)/,
  frontend: new RegExp(`\\b${frontends}[- ]${maker}|\\b${hired} ${frontends}\\b`),
  fullstack: /\bweb-?(entwickl|programmier)\w*|\b(d[ée]veloppeu(r|se)|desarrollador|programador)a? web\b/,
  backend: new RegExp(`\\b${languages}[- ]${maker}|\\b${hired}a? (?:back-?end |de )?${languages}\\b`),
};

/** Whether a title is that of somebody who makes software, whatever the role. */
export const makesSoftwareAbroad =
  /\b(software)?-?(entwickler|programmierer)\w*|\bsoftware(ingenieur|architekt|entwicklung)\w*|\b(fach)?informatiker\w*|\bd[ée]veloppeu(r|se)\b|\b(desarrollador|programador)a?\b|\bing[ée]nieure? logiciel|\bingenier[oa] de software/;
