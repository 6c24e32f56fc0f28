/** Why mail that somebody asked for waits. */
export type WaitingWhy = 'quota' | 'brake' | 'share' | 'account' | 'other';

/** Which mail waits, and why. What is missing goes its way. */
export interface HeldMail {
  /** Marketing mail, because of what bounced or was called spam in the last seven days. */
  marketing?: { sends: number; bounces: number; complaints: number };
  /** What strangers ask for, because too many of their addresses do not exist. */
  requests?: { requests: number; unreachable: number };
  /** Mails that people asked for and that could not be sent yet; `isMore` when there are more than were counted. */
  waiting?: { count: number; isMore: boolean; why: WaitingWhy };
}
