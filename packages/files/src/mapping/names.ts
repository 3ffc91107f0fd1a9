import type { Field } from './field.ts';

/**
 * The names that people use for each field, the best first: of two columns for one field the better name wins. Case,
 * blanks, punctuation and accents do not matter, and a dot is the way to a value within another (`location.city`).
 * Sources: the exports and APIs of job boards and of their scrapers, schema.org's JobPosting, RSS, and the words of
 * German, French, Spanish, Portuguese and Polish headers.
 */
export const namesOf: Readonly<Record<Field, string>> = {
  source: 'source, job source, site, job board, board, platform, portal, quelle, fuente, fonte, zrodlo',
  sourceId:
    'source id, job id, posting id, external id, id, uuid, guid, identifier value, identifier, requisition id, ' +
    'req id, req, req no, job reference, reference, reference number, reference no, ref, ref no, ref number, job key, key, referenznummer, stellennummer, kennziffer, kennung, id oferty, numer referencyjny',
  title:
    'title, job title, position title, posting title, position, job position, role, job role, job name, job, ' +
    'vacancy, designation, headline, job headline, name, stellentitel, stellenbezeichnung, jobtitel, berufsbezeichnung, titel, stelle, ' +
    'intitulé du poste, intitulé, titre du poste, titre, poste, título del puesto, título, puesto, título da vaga, ' +
    'cargo, vaga, nazwa stanowiska, stanowisko, tytuł',
  organization:
    'organization, organisation, hiring organization name, hiring organization, company name, company, employer name, ' +
    'employer, organization name, subcompany, firm, business, unternehmen, firma, arbeitgeber, entreprise, société, employeur, ' +
    'empresa, empleador, empregador, pracodawca, nazwa firmy',
  description:
    'description, job description, full description, description html, description text, description plain, content text, job descriptions job description value, html, content encoded, ' +
    'content html, content, body, details, job details, text, summary, job summary, stellenbeschreibung, jobbeschreibung, ' +
    'beschreibung, description du poste, descriptif, descriptif du poste, descripción del puesto, descripción, ' +
    'descrição da vaga, descrição, opis stanowiska, opis',
  descriptionFormat: 'description format',
  location:
    'location, job location, location name, work location, place of work, job place, place, locations, locations name, office, categories location, where, ' +
    'arbeitsort, einsatzort, standort, ort, lieu de travail, lieu, localisation, ubicación, lugar de trabajo, lugar, ' +
    'localidad, localização, localidade, local, lokalizacja, miejsce pracy',
  city:
    'city, location city, locations city, offices city, office city, job city, town, locality, address locality, job location address address locality, stadt, ' +
    'ville, ciudad, cidade, miasto',
  region:
    'region, location region, locations region, state, location state, locations state, job state, state province, province, county, address region, ' +
    'job location address address region, bundesland, département, provincia, estado, województwo',
  country:
    'country, location country, locations country, location country code, offices country, offices country code, office country, job country, country code, country name, address country, ' +
    'job location address address country, job location address address country name, land, pays, país, kraj',
  workplace:
    'workplace, workplace type, work mode, work model, remote type, work arrangement, job location type, arbeitsmodell, ' +
    'mode de travail, modalidad, modalidade, tryb pracy',
  remote:
    'remote, is remote, remote allowed, job is remote, work from home, is work from home, location remote, telecommute, wfh, ' +
    'homeoffice, télétravail, teletrabajo, remoto, zdalnie, praca zdalna',
  employmentType:
    'employment type, job type, contract type, type of employment, work type, job schedule type, formatted work type, ' +
    'schedule, commitment, categories commitment, type, anstellungsart, beschäftigungsart, vertragsart, type de contrat, contrat, ' +
    'tipo de contrato, jornada, rodzaj umowy, wymiar etatu',
  seniority:
    'seniority, seniority level, experience level, formatted experience level, job level, career level, level, ' +
    'karrierestufe, erfahrungsstufe, niveau, niveau d expérience, nivel, nivel de experiencia, senioridade, ' +
    'poziom, poziom stanowiska',
  salary:
    'salary, salary range, salary text, compensation, compensation range, base salary value value, base salary value, pay, pay range, wage, remuneration, gehalt, ' +
    'vergütung, salaire, salario, sueldo, remuneração, wynagrodzenie, pensja',
  salaryMin:
    'salary min, min salary, minimum salary, salary from, salary minimum, min amount, compensation min, pay min, ' +
    'salary range min, base salary value min value, salary year min, gehalt min, gehalt von, mindestgehalt, ' +
    'salaire min, salaire minimum, salario mínimo, salario desde, wynagrodzenie od, wynagrodzenie min',
  salaryMax:
    'salary max, max salary, maximum salary, salary to, salary maximum, max amount, compensation max, pay max, ' +
    'salary range max, base salary value max value, salary year max, gehalt max, gehalt bis, höchstgehalt, ' +
    'salaire max, salaire maximum, salario máximo, salario hasta, wynagrodzenie do, wynagrodzenie max',
  salaryCurrency:
    'salary currency, base salary currency, currency, currency code, pay currency, compensation currency, compensation currency code, währung, ' +
    'devise, moneda, moeda, waluta',
  salaryPeriod:
    'salary period, salary interval, base salary value unit text, pay period, pay frequency, salary unit, salary type, ' +
    'interval, compensation interval, gehaltszeitraum, période, periodo, okres',
  datePosted:
    'date posted, posted at, posted date, posted on, date, posting date, publication date, published at, published, ' +
    'published on, released date, first published, pub date, listed at, listed time, listing date, original listed time, posted, created at, created, ' +
    'date created, date added, veröffentlichungsdatum, veröffentlicht am, veröffentlicht, eingestellt am, eingestellt, online seit, datum, ' +
    'date de publication, publié le, fecha de publicación, fecha, data de publicação, data publikacji, opublikowano, data',
  url:
    'url, job url, posting url, job posting url, job link, link, link href, absolute url, hosted url, web url, permalink, href, ' +
    'apply url, apply link, application url, application link, job url direct, lien, enlace',
  language: 'language, in language, lang, locale, sprache, langue, idioma, język',
};
