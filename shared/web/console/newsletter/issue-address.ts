import type { IssueKey } from '../../../domain/nurture/newsletter-issue.ts';

/** Where all issues are listed. */
export const newsletterPage = '/console/newsletter';

/** The page of an issue. */
export function issueAddress({ mail, on }: IssueKey): string {
  return `${newsletterPage}/${on}/${mail}`;
}
