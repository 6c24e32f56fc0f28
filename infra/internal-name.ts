/** Domains that do not exist on the internet, or mean this machine (RFC 6761, 6762, 8375, 9476). */
const INTERNAL = [
  ...['localhost', 'local', 'localdomain', 'internal', 'intranet', 'private', 'home.arpa'],
  ...['lan', 'home', 'corp', 'invalid', 'onion'],
];

/** Whether a host name is internal. Where other names resolve to is checked when they are called. */
export function isInternalName(host: string): boolean {
  const name = host.replace(/\.$/, '').toLowerCase();
  return INTERNAL.some((end) => name === end || name.endsWith(`.${end}`));
}
