import { marshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemSize } from '../../../infra/local/services/dynamodb/item-size.ts';
import { ID_PATTERN, isVisitorId, type VisitorId } from '../../../shared/domain/identity/ids.ts';
import {
  type Profile,
  withCapture,
  withConfirmation,
  withLanding,
} from '../../../shared/domain/identity/profile.ts';
import { soleAsker } from '../../../shared/domain/identity/trust.ts';
import { plus } from '../../../shared/domain/time.ts';
import { profileEntity } from '../../../shared/store/identity/profiles.ts';
import { LEAD, NOW, pageView, submission } from '../../domain/builders.ts';
import { shippedPlaybook } from '../../playbook/shipped-playbook.ts';

const sizeOf = (profile: Profile) => itemSize(profileEntity.itemOf({ lead: LEAD }, profile));

/** The longest answers in the widest letters that fields take, each time others. */
function longest(n: number): Record<string, string> {
  const facts = Object.entries(shippedPlaybook.fields).filter(([, { type }]) => type !== 'textarea');
  return Object.fromEntries(facts.map(([name, { maxLength }]) => [name, `${n}`.padEnd(maxLength, '€')]));
}

describe('the profile of a lead', () => {
  it('stays small, however many forms, clicks and browsers there are', () => {
    const email = `${'a'.repeat(64)}@${'b'.repeat(180)}.example`;
    const forms = Object.keys(shippedPlaybook.forms);
    let profile: Profile | undefined;
    const rounds = 1_000;
    const sizes: number[] = [];
    for (let n = 0; n < rounds; n++) {
      const at = plus(NOW, n * 1_000);
      const visitor = `visitor-${String(n).padStart(56, '0')}` as VisitorId;
      const { permission = { wording: '', page: '' }, ...form } = submission(forms[n % forms.length], {
        ...{ email, at, id: String(n).padStart(64, 'x'), values: longest(n), locale: n % 2 ? 'nl' : 'en' },
      });
      const wording = `${n}`.padEnd(200, 'x');
      const page = `https://website.nl/${n}`.padEnd(1_024, 'x');
      const asks = n % 5 === 0 && { permission: { ...permission, wording, page } };
      profile = withCapture(profile, LEAD, { ...form, ...asks, ...(n % 3 > 0 && { visitor }) });
      const source = 's'.repeat(100);
      const imported = { type: 'import', id: `i${n}`, at, receivedAt: at, source, email } as const;
      if (n % 7 === 0) profile = withCapture(profile, LEAD, { ...imported, values: longest(n) });
      const voice = soleAsker(profile);
      const click = { type: 'mail-consent', id: `c${n}`, at, receivedAt: at, to: 'granted' } as const;
      if (n % 11 === 0)
        profile = withConfirmation(profile, { ...click, how: 'confirmation', ...(voice && { voice }) });
      if (n % 13 === 0) profile = withLanding(profile, pageView('/', { visitor, receivedAt: at }));
      sizes.push(sizeOf(profile));
    }
    expect(Math.max(...sizes)).toBeGreaterThan(20_000);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(profileEntity.declaration.largest.bytes);
  });

  it('is read as it was stored, whatever the id of a browser', () => {
    const names = fc.constantFrom(...Object.getOwnPropertyNames(Object.prototype));
    const ids = fc.oneof(names, fc.stringMatching(ID_PATTERN)).filter(isVisitorId);
    fc.assert(
      fc.property(ids, (visitor) => {
        const profile = withCapture(
          undefined,
          LEAD,
          submission('demo', { visitor, values: { name: 'Ann' } }),
        );
        expect(profileEntity.valueOf(profileEntity.itemOf({ lead: LEAD }, profile))).toEqual(profile);
      }),
    );
  });

  it('is read as it was stored before its voices had proofs', () => {
    const proof = { wording: 'Yes', page: '/', at: NOW, form: 'demo', eventId: '1' };
    const old = {
      ...{ PK: `L#${LEAD}`, SK: 'PROFILE', version: 1, email: 'a@acme.nl', values: {}, createdAt: NOW },
      ...{ locale: 'nl', voices: { ann: NOW, bob: NOW } },
      permissions: [{ ...proof, by: 'ann', confirmedAt: NOW }],
    };
    expect(profileEntity.valueOf(marshall(old)).voices).toEqual({
      ann: { since: NOW, confirmed: NOW },
      bob: { since: NOW },
    });
  });
});
