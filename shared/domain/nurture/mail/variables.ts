/** What a mail can say about the person it is for, in the person's own words. What is not known is absent. */
export const PERSONAL = ['firstName', 'lastName', 'company', 'jobTitle'] as const;

/** What is there in every mail. */
export const ALWAYS = ['website', 'unsubscribeUrl', 'preferencesUrl'] as const;

/** Everything that `{{ … }}` in a mail can be. */
export const VARIABLES: readonly string[] = [...PERSONAL, ...ALWAYS, 'confirmUrl'];

export type PersonalVariables = { [V in (typeof PERSONAL)[number]]?: string | undefined };

/** What the variables of a mail stand for, for one person. */
export interface MailVariables extends PersonalVariables {
  /** The address of the company's website, without a slash at the end. */
  website: string;
  /** Where the person confirms the permission; absent unless it waits for that. */
  confirmUrl?: string | undefined;
  unsubscribeUrl: string;
  preferencesUrl: string;
}
