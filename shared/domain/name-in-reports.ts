import { clean } from './clean-text.ts';

const NAME_LENGTH = 40;

/** A name from outside, such as a campaign, as the reports have it: one that fits in the name of a counter. */
export function nameInReports(name = ''): string {
  return clean(name.replaceAll('|', ' '), NAME_LENGTH);
}
