/** The other side refused, so nothing was sent. After any other error something may have been sent. */
export class Refused extends Error {
  override name = 'Refused';
  /** Whether a retry is useless until a person changes something. */
  readonly isPermanent: boolean;

  /** @param reason a code without personal data, safe to log */
  constructor(reason: string, { isPermanent }: { isPermanent: boolean }) {
    super(reason);
    this.isPermanent = isPermanent;
  }
}
