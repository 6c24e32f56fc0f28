import { addressBytes, isIn } from './ip-address.ts';

/** The blocks of IPv4 that are not the public internet. (IANA, special-purpose addresses) */
const NOT_PUBLIC = [
  '0.0.0.0/8', // this network
  '10.0.0.0/8', // private
  '100.64.0.0/10', // shared by the customers of a provider
  '127.0.0.0/8', // this machine
  '169.254.0.0/16', // this link, with the metadata of AWS
  '172.16.0.0/12', // private
  '192.0.0.0/24', // protocols
  '192.0.2.0/24', // documentation
  '192.88.99.0/24', // relays from IPv6
  '192.168.0.0/16', // private
  '198.18.0.0/15', // measurements
  '198.51.100.0/24', // documentation
  '203.0.113.0/24', // documentation
  '224.0.0.0/4', // many receivers
  '240.0.0.0/4', // reserved, and everybody
];

/**
 * All of IPv6 that is public. Outside of it lie this machine, links and private networks, and the ways to write an
 * IPv4 address as one of IPv6 (`::ffff:0:0/96`, `64:ff9b::/96`).
 */
const PUBLIC_IPV6 = '2000::/3';

const NOT_PUBLIC_IPV6 = [
  '2001::/23', // protocols, with tunnels that hold an IPv4 address
  '2001:db8::/32', // documentation
  '2002::/16', // holds an IPv4 address
  '3fff::/20', // documentation
];

/**
 * Whether an address, as a resolver writes it, belongs to the public internet: not to this machine, a link, a
 * private network, the metadata of AWS or anything else that only an insider reaches. What is no address does not.
 */
export function isPublicAddress(address: string): boolean {
  const bytes = addressBytes(address);
  if (bytes === undefined) return false;
  const isOutside = (block: string) => !isIn(bytes, block);
  if (bytes.length === 4) return NOT_PUBLIC.every(isOutside);
  return isIn(bytes, PUBLIC_IPV6) && NOT_PUBLIC_IPV6.every(isOutside);
}
