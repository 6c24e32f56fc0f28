/** Profile values of the recipient, as the person entered them; absent if not known. */
export const PERSONAL_VARIABLES = ['firstName', 'lastName', 'company', 'jobTitle'] as const;

/** Available in every mail. */
const STANDARD_VARIABLES = ['website', 'unsubscribeUrl', 'preferencesUrl'] as const;

/** The name of the company that sends the mail. It is filled in before a mail is compiled. */
export const OUR_NAME = 'ourName';

/** In the mails of a sequence about an event; the last two only if the event has a place or a link. */
export const EVENT_VARIABLES = ['eventTitle', 'eventWhen', 'eventPlace', 'eventLink'] as const;

export type EventVariables = { [V in (typeof EVENT_VARIABLES)[number]]?: string | undefined };

/** All variables that `{{ … }}` in a mail may name. */
export const VARIABLES: readonly string[] = [
  ...PERSONAL_VARIABLES,
  ...[OUR_NAME, ...STANDARD_VARIABLES, 'confirmUrl', ...EVENT_VARIABLES],
];

export type PersonalVariables = { [V in (typeof PERSONAL_VARIABLES)[number]]?: string | undefined };

/** The values of a mail's variables for one person. */
export interface MailVariables extends PersonalVariables, EventVariables {
  /** The address of this system, without a slash at the end: where its pictures are. */
  publicUrl: string;
  /** The address of the company's website, without a slash at the end. */
  website: string;
  /** Where the person confirms the permission; absent unless it is pending. */
  confirmUrl?: string | undefined;
  unsubscribeUrl: string;
  preferencesUrl: string;
}
