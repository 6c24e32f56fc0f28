import { BlockList, isIP } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../../shared/gateways/webhooks/public-address.ts';

const refused: [what: string, ...addresses: string[]][] = [
  ['this machine', '127.0.0.1', '127.255.255.254', '::1', '::ffff:127.0.0.1', '::ffff:7f00:1', '::127.0.0.1'],
  ['unspecified addresses', '0.0.0.0', '0.1.2.3', '::', '::ffff:0.0.0.0'],
  ['private networks', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fdff::1'],
  [
    'the metadata service of AWS',
    '169.254.169.254',
    '169.254.170.2',
    'fd00:ec2::254',
    '::ffff:169.254.169.254',
  ],
  ['link-local addresses', '169.254.0.1', 'fe80::1', 'febf::1', 'fe80::1%eth0'],
  ['carrier-grade NAT', '100.64.0.1', '100.127.255.255'],
  ['multicast and broadcast', '224.0.0.1', '239.255.255.255', '255.255.255.255', 'ff02::1'],
  [
    'reserved and documentation ranges',
    '240.0.0.1',
    '192.0.2.1',
    '198.51.100.1',
    '203.0.113.1',
    '2001:db8::1',
  ],
  [
    'IPv4 embedded in IPv6',
    '64:ff9b::10.0.0.1',
    '64:ff9b:1::1',
    '2002:7f00:1::',
    '2002:a9fe:a9fe::1',
    '2001:0:1::1',
  ],
  [
    'text that is no address',
    '',
    'localhost',
    '1.2.3',
    '1.2.3.4.5',
    '1.2.3.256',
    '010.0.0.1',
    '0x7f.0.0.1',
    '2130706433',
  ],
  ['malformed IPv6', ':::', '1::2::3', '2a00:::1', '2a00::12345', '2a00:1:2:3:4:5:6:7:8', '2a00::1.2.3'],
];

const taken = ['1.1.1.1', '8.8.8.8', '100.63.255.255', '100.128.0.0', '172.15.0.1', '172.32.0.1', '193.0.0.1']
  .concat(['11.0.0.0', '169.253.255.255', '223.255.255.255', '126.1.1.1', '128.0.0.1', '2606:4700::1111'])
  .concat(['2a00:1450:400e:80e::200e', '2001:4860:4860::8888', '2001:200::1', '3ffe::1']);

describe('a webhook', () => {
  it.each(refused)('does not go to %s', (_what, ...addresses) => {
    expect(addresses.filter(isPublicAddress)).toEqual([]);
  });

  it('goes to any other address, up to the edges of these ranges', () => {
    expect(taken.filter((address) => !isPublicAddress(address))).toEqual([]);
  });

  it('does not go to a private address in any IPv6 form', () => {
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
  // Node's own reader of addresses, with the special-purpose addresses of IANA, as a second opinion.
  const listOf = (family: 'ipv4' | 'ipv6', blocks: string[]) => {
    const list = new BlockList();
    for (const block of blocks)
      list.addSubnet(block.split('/')[0] ?? '', Number(block.split('/')[1]), family);
    return list;
  };
  const special4 = listOf('ipv4', [
    ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
    ...[
      '192.0.0.0/24',
      '192.0.2.0/24',
      '192.88.99.0/24',
      '192.168.0.0/16',
      '198.18.0.0/15',
      '198.51.100.0/24',
    ],
    ...[
      '203.0.113.0/24',
      '224.0.0.0/4',
      '240.0.0.0/4',
      '192.175.48.0/24',
      '192.31.196.0/24',
      '192.52.193.0/24',
    ],
  ]);
  const special6 = listOf('ipv6', [
    ...[
      '::/3',
      '4000::/2',
      '8000::/1',
      '2001::/23',
      '2001:db8::/32',
      '2002::/16',
      '3fff::/20',
      '2620:4f:8000::/48',
    ],
  ]);

  it('is public when Node finds it in no special range', () => {
    const near = fc
      .tuple(fc.constantFrom('2000', '2001', '2002', '2620', '3fff', '64', '0'), fc.ipV6())
      .map(([first, address]) => address.replace(/^[0-9a-f]*/i, first));
    const isValid = (address: string) => isIP(address) !== 0;
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), near.filter(isValid)), (address) => {
        const isSpecial = address.includes(':')
          ? special6.check(address, 'ipv6')
          : special4.check(address, 'ipv4');
        expect(isPublicAddress(address)).toBe(!isSpecial);
      }),
      { numRuns: 2_000 },
    );
  });
});
