/** Ends of names that the internet does not know, or that mean this machine. (RFC 6761, 6762, 8375, 9476) */
const INTERNAL = [
  ...['localhost', 'local', 'localdomain', 'internal', 'intranet', 'private', 'home.arpa'],
  ...['lan', 'home', 'corp', 'invalid', 'onion'],
];

/** Whether a host is internal by its very name. Where others lead is seen only when they are called. */
export function isInternalName(host: string): boolean {
  const name = host.replace(/\.$/, '').toLowerCase();
  return INTERNAL.some((end) => name === end || name.endsWith(`.${end}`));
}
