export { mapRow } from './map-row.ts';
