const grouped = new Intl.NumberFormat('en-US');

/** 12345 as `12,345`. */
export const count = (value: number): string => grouped.format(value);

/** A number and its unit, singular or plural: `1 posting`, `2,400 postings`. */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`;

/** A share as a percentage with one decimal; `–` where the population is empty. */
export const percent = (share: number | null): string =>
  share === null ? '–' : `${(share * 100).toFixed(1)} %`;

/** A difference of two shares in percentage points, `+12.3 pp`: it is no share of anything. */
export const points = (difference: number | null): string =>
  difference === null ? '–' : `${difference > 0 ? '+' : ''}${(difference * 100).toFixed(1)} pp`;

/** Seconds as `7 s`, `3 min 07 s` or `2 h 05 min`. */
export const duration = (seconds: number): string => {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${pad(whole % 60)} s`;
  return `${Math.floor(whole / 3600)} h ${pad(Math.floor((whole % 3600) / 60))} min`;
};

const pad = (value: number): string => String(value).padStart(2, '0');

/** A time of day on this machine, `14:03:07`; with its date where that is not the same as `now`'s. */
export const clock = (at: Date, now = new Date()): string => {
  const time = [at.getHours(), at.getMinutes(), at.getSeconds()].map(pad).join(':');
  const day = [at.getFullYear(), at.getMonth() + 1, at.getDate()].map(pad).join('-');
  return at.toDateString() === now.toDateString() ? time : `${day} ${time}`;
};

/** Bytes as `12.3 MB`. */
export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** A bar of `width` cells for a share between 0 and 1. */
export const bar = (share: number, width: number): string => {
  const eighths = Math.round(Math.min(1, Math.max(0, share)) * width * 8);
  const rest = eighths % 8;
  return '█'.repeat(Math.floor(eighths / 8)) + (rest > 0 ? '▏▎▍▌▋▊▉'[rest - 1] : '');
};
