export { mapAshby } from './ashby.ts';
export { mapHn } from './hn.ts';
export { mapRow } from './map-row.ts';
