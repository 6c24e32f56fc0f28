const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/**
 * The network behind an IP address, as far as others can tell: the address itself, or the /64 of an IPv6 address, in
 * which everybody can pick billions. Undefined for what is no IP address.
 */
export function networkOf(ip: string): string | undefined {
  const v4 = MAPPED.exec(ip)?.[1] ?? ip;
  if (/^\d+\.\d+\.\d+\.\d+$/.test(v4)) return v4;
  // In its shortest form: `2001:db8::1`.
  const host = URL.parse(`http://[${ip}]`)?.hostname.slice(1, -1);
  if (host === undefined) return undefined;
  const [head = [], tail = []] = host.split('::').map((part) => part.split(':').filter(Boolean));
  const zeros = Array<string>(8 - head.length - tail.length).fill('0');
  return `${[...head, ...zeros, ...tail].slice(0, 4).join(':')}::/64`;
}
