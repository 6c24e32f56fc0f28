/** The texts of a playbook by their path in its folder, such as `scoring.yaml` or `mails/tip-1.nl.md`. */
export type PlaybookFiles = Readonly<Record<string, string>>;

/** The folder of the mails, with the slash behind it. */
export const MAILS = 'mails/';
