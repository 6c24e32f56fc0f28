import { BlockList } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressBytes } from '../../../shared/domain/webhooks/ip-address.ts';
import { isPublicAddress } from '../../../shared/domain/webhooks/public-address.ts';

const refused: [what: string, ...addresses: string[]][] = [
  ['this machine', '127.0.0.1', '127.255.255.254', '::1', '::ffff:127.0.0.1', '::ffff:7f00:1', '::127.0.0.1'],
  ['nowhere', '0.0.0.0', '0.1.2.3', '::', '::ffff:0.0.0.0'],
  ['private networks', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fdff::1'],
  ['the metadata of AWS', '169.254.169.254', '169.254.170.2', 'fd00:ec2::254', '::ffff:169.254.169.254'],
  ['links', '169.254.0.1', 'fe80::1', 'febf::1', 'fe80::1%eth0'],
  ['customers of one provider', '100.64.0.1', '100.127.255.255'],
  ['many receivers', '224.0.0.1', '239.255.255.255', '255.255.255.255', 'ff02::1'],
  ['the future and documentation', '240.0.0.1', '192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1'],
  ['IPv4 in IPv6', '64:ff9b::10.0.0.1', '64:ff9b:1::1', '2002:7f00:1::', '2002:a9fe:a9fe::1', '2001:0:1::1'],
  ['nothing', '', 'localhost', '1.2.3', '1.2.3.4.5', '1.2.3.256', '010.0.0.1', '0x7f.0.0.1', '2130706433'],
  ['no address of IPv6', ':::', '1::2::3', '2a00:::1', '2a00::12345', '2a00:1:2:3:4:5:6:7:8', '2a00::1.2.3'],
];

const taken = ['1.1.1.1', '8.8.8.8', '100.63.255.255', '100.128.0.0', '172.15.0.1', '172.32.0.1', '193.0.0.1']
  .concat(['11.0.0.0', '169.253.255.255', '223.255.255.255', '126.1.1.1', '128.0.0.1', '2606:4700::1111'])
  .concat(['2a00:1450:400e:80e::200e', '2001:4860:4860::8888', '2001:200::1', '3ffe::1']);

describe('a webhook', () => {
  it.each(refused)('does not go to %s', (_what, ...addresses) => {
    expect(addresses.filter(isPublicAddress)).toEqual([]);
  });

  it('goes to all else, up to the very edges of these', () => {
    expect(taken.filter((address) => !isPublicAddress(address))).toEqual([]);
  });

  it('goes to no private address, however it is written as one of IPv6', () => {
    const byte = fc.nat(255);
    const insider = fc.oneof(
      fc.tuple(fc.constantFrom(10, 127, 0), byte, byte, byte),
      fc.tuple(fc.constant(169), fc.constant(254), byte, byte),
      fc.tuple(fc.constant(192), fc.constant(168), byte, byte),
    );
    const wrapped = (bytes: number[]) => {
      const [a = 0, b = 0, c = 0, d = 0] = bytes;
      const [high, low] = [((a << 8) | b).toString(16), ((c << 8) | d).toString(16)];
      const hex = `${high}:${low}`;
      const dotted = bytes.join('.');
      const around = ['::ffff:', '::', '64:ff9b::', '::ffff:0:'].flatMap((start) => [
        start + dotted,
        start + hex,
      ]);
      return [dotted, ...around, `2002:${hex}::1`, `2001:0:${hex}::`];
    };
    fc.assert(
      fc.property(insider, (bytes) => {
        expect(wrapped(bytes).filter(isPublicAddress)).toEqual([]);
      }),
    );
  });
});

describe('an address', () => {
  // Node's own reader of addresses, as another opinion.
  const isSame = (bytes: readonly number[], address: string) => {
    const list = new BlockList();
    const groups = Array.from({ length: 8 }, (_, n) => ((bytes[2 * n] ?? 0) << 8) | (bytes[2 * n + 1] ?? 0));
    if (bytes.length === 4) list.addAddress(bytes.join('.'), 'ipv4');
    else list.addAddress(groups.map((group) => group.toString(16)).join(':'), 'ipv6');
    return list.check(address, bytes.length === 4 ? 'ipv4' : 'ipv6');
  };

  it('is read as Node reads it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (address) => {
        const bytes = addressBytes(address);
        expect(bytes && isSame(bytes, address)).toBe(true);
      }),
    );
  });
});
