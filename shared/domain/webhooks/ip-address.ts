/** An address of the internet as its bytes: four of IPv4, sixteen of IPv6. */
export type AddressBytes = readonly number[];

/** The bytes of an address as a resolver writes it; undefined when it is none, or names a network card. */
export function addressBytes(text: string): AddressBytes | undefined {
  return text.includes(':') ? ipv6(text) : ipv4(text);
}

/** Whether an address lies in a block such as `10.0.0.0/8`. An address of the other family never does. */
export function isIn(address: AddressBytes, block: string): boolean {
  const [start = '', length = ''] = block.split('/');
  const first = addressBytes(start);
  if (first === undefined || first.length !== address.length) return false;
  const bits = (bytes: AddressBytes) => bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return bits(address).slice(0, Number(length)) === bits(first).slice(0, Number(length));
}

/** Without leading zeros: some read these as octal, so that two readers would mean two addresses. */
function ipv4(text: string): AddressBytes | undefined {
  const parts = text.split('.');
  const bytes = parts.map((part) => (/^(0|[1-9]\d{0,2})$/.test(part) ? Number(part) : 256));
  return bytes.length === 4 && bytes.every((byte) => byte < 256) ? bytes : undefined;
}

function ipv6(text: string): AddressBytes | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const parts = halves.map(groups);
  if (parts.includes(undefined)) return undefined;
  const [head = [], tail = []] = parts;
  const missing = 16 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 2) return undefined;
  return [...head, ...new Array(missing).fill(0), ...tail];
}

/** The bytes of groups between colons, of which the last may be an IPv4 address. */
function groups(text: string): AddressBytes | undefined {
  if (text === '') return [];
  const parts = text.split(':');
  const bytes = parts.map((part, index) => {
    if (part.includes('.') && index === parts.length - 1) return ipv4(part);
    if (!/^[0-9a-f]{1,4}$/i.test(part)) return undefined;
    const value = Number.parseInt(part, 16);
    return [value >> 8, value & 255];
  });
  return bytes.includes(undefined) ? undefined : (bytes.flat() as number[]);
}
