/** The other side said no, so nothing was sent. Any other error leaves open whether something was. */
export class Refused extends Error {
  override name = 'Refused';
  /** Trying again changes nothing: a person has to. */
  readonly isPermanent: boolean;

  /** @param reason a code without personal data, fit for a log */
  constructor(reason: string, { isPermanent }: { isPermanent: boolean }) {
    super(reason);
    this.isPermanent = isPermanent;
  }
}
