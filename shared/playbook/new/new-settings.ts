/** A form that asks an address and permission, as YAML. */
export function newForm(name: string, subject: string): string {
  return `${name}:
  title: { nl: Vraag de gids aan, en: Request the guide }
  intro:
    nl: Schrijf hier in twee zinnen wat iemand krijgt, en waarom dat de moeite waard is.
    en: Write here in two sentences what people get, and why it is worth their while.
  button: { nl: Stuur mij de gids, en: Send me the guide }
  permission:
    nl: Ja, mail mij ook af en toe over dit onderwerp. Afmelden kan met één klik, in elke mail.
    en: Yes, also mail me about this subject now and then. One click in any mail unsubscribes me.
  subjects: [${subject}]
  thanks:
    title: { nl: Kijk in je mail, en: Look in your mail }
    text:
      nl: Meestal staat hij er binnen een minuut.
      en: It is usually there within a minute.
    confirm:
      nl: Bevestig in die mail nog even dat dit adres van jou is.
      en: Please confirm in that mail that this address is yours.
`;
}

/** The sequence that answers a form, or one that follows a visit, as YAML. */
export function newSequence(kind: 'form' | 'sequence', name: string, subject: string): string {
  if (kind === 'form') {
    return `${name}:
  title: { nl: Antwoord op een formulier, en: Answer to a form }
  start: { form: ${name} }
  steps:
    - { id: answer, mail: ${name}-answer, after: 0d, kind: requested }
`;
  }
  return `${name}:
  title: { nl: Nieuwe reeks, en: New sequence }
  subject: ${subject}
  # Nobody gets its mails while it is paused. Write the mails, choose the start, and leave this line out.
  paused: true
  start: { visited: [/${name}] }
  steps:
    - { id: first, mail: ${name}-1, after: 1d }
    - { id: second, mail: ${name}-2, after: 8d }
`;
}
