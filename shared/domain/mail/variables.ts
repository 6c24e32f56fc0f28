/** What a mail can say about the person it is for. What is not known is absent. */
export interface PersonalVariables {
  firstName?: string | undefined;
  lastName?: string | undefined;
  company?: string | undefined;
  jobTitle?: string | undefined;
}

/** What the variables of a mail stand for, for one person. */
export interface MailVariables extends PersonalVariables {
  /** The address of the company's website, without a slash at the end. */
  website: string;
  /** Where the person confirms the permission; absent unless it waits for that. */
  confirmUrl?: string | undefined;
  unsubscribeUrl: string;
  preferencesUrl: string;
}
