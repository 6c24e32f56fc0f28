import ipaddr from 'ipaddr.js';

/** Holds all public IPv6 addresses. Outside lie forms of IPv4 that are in no special range, such as `::10.0.0.1`. */
const PUBLIC_IPV6 = '2000::/3';

/**
 * Whether an address, as a resolver writes it, is on the public internet: not this machine, a link, a private network,
 * the metadata service of AWS or any other special range. Text that is no address is not public.
 */
export function isPublicAddress(address: string): boolean {
  // Four decimal parts only: other spellings, such as octal, mean different addresses to different readers.
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return ipaddr.IPv4.parse(address).range() === 'unicast';
  if (address.includes('%') || !ipaddr.IPv6.isValid(address)) return false;
  const parsed = ipaddr.IPv6.parse(address);
  return parsed.range() === 'unicast' && parsed.match(ipaddr.IPv6.parseCIDR(PUBLIC_IPV6));
}
