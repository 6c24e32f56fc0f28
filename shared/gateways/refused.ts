/** The other side refused, so nothing was sent. After any other error something may have been sent. */
export class Refused extends Error {
  override name = 'Refused';
  /** Whether a retry is useless until a person changes something. */
  readonly isPermanent: boolean;
  /** Whether it takes nothing more for now, whatever it is: waiting helps, and was no try. */
  readonly isFull: boolean;

  /** @param reason a code without personal data, safe to log */
  constructor(reason: string, { isPermanent, isFull = false }: { isPermanent: boolean; isFull?: boolean }) {
    super(reason);
    this.isPermanent = isPermanent;
    this.isFull = isFull;
  }
}
