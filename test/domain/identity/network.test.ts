import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networkOf } from '../../../shared/domain/identity/network.ts';

describe('the network of an address', () => {
  it.each([
    ['198.51.100.27', '198.51.100.27'],
    ['::ffff:198.51.100.27', '198.51.100.27'],
    ['2001:db8:0:1:aaaa:bbbb:cccc:dddd', '2001:db8:0:1::/64'],
    ['2001:DB8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::', 'fe80:0:0:0::/64'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001::4:5:6:7:8', '2001:0:0:4::/64'],
    ['::FFFF:203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7.8', undefined],
    ['203.0.113.7.8', undefined],
    ['203.0.113', undefined],
    ['x203.0.113.7', undefined],
    ['1::ffff:203.0.113.7', '1:0:0:0::/64'],
    ['unknown', undefined],
    ['', undefined],
  ])('%s is %s', (ip, network) => {
    expect(networkOf(ip)).toBe(network);
  });

  it('is one for everything that the owner of an IPv6 prefix can choose', () => {
    fc.assert(
      fc.property(fc.ipV6(), fc.array(fc.nat(0xffff), { minLength: 4, maxLength: 4 }), (ip, chosen) => {
        const network = networkOf(ip);
        if (network === undefined || !network.includes('::/64')) return;
        const other = `${network.slice(0, -'::/64'.length)}:${chosen.map((part) => part.toString(16)).join(':')}`;
        expect(networkOf(other)).toBe(network);
      }),
    );
  });
});
