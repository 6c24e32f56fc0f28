export const EVENTS = 'events.yaml';

/** The file of webinars and seminars before there are any; it passes the check. */
export function newEvents(): string {
  return `# Webinars and seminars: when and where they are. A sequence that names one sends its mails around it, see
# sequences.yaml. Each date is one of its own; its name is stored with who registered.

{}
`;
}
