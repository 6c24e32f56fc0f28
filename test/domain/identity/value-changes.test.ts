import { describe, expect, it } from 'vitest';
import { type Profile, withCapture } from '../../../shared/domain/identity/profile.ts';
import { changesIn, valueFields } from '../../../shared/domain/identity/value-changes.ts';
import { shippedPlaybook } from '../../playbook/shipped-playbook.ts';
import { LEAD, submission } from '../builders.ts';

const { fields } = shippedPlaybook;
const known: Profile = withCapture(
  undefined,
  LEAD,
  submission('demo', { values: { company: 'Acme', phone: '030-1234567' } }),
);
const changes = (typed: Parameters<typeof changesIn>[0]) => changesIn(typed, fields, known);

describe('what a colleague changed', () => {
  it('is what differs from what the page showed, cleaned as in a form', () => {
    const typed = {
      company: { shown: 'Acme', typed: ' Acme  BV ' },
      phone: { shown: '030-1234567', typed: '' },
      postcode: { shown: '', typed: '   ' },
      jobTitle: { shown: '', typed: '' },
    };
    expect(changes(typed)).toEqual({
      changes: { company: 'Acme  BV', phone: '' },
      errors: {},
      conflicts: {},
    });
  });

  it('is refused as in a form, unless it stood there already', () => {
    expect(changes({ employees: { shown: '', typed: 'many' } }).errors).toEqual({
      employees: { code: 'no-number' },
    });
    expect(changes({ employees: { shown: 'many', typed: 'many' } })).toEqual(changes({}));
  });

  it('contradicts what somebody said since, unless it is the same', () => {
    const since = (typed: string) => changes({ company: { shown: 'Old', typed } });
    expect(since('Mine').conflicts.company).toMatchObject({ value: 'Acme', source: 'form demo' });
    expect(since('Acme').conflicts).toEqual({});
    expect(since('Old').conflicts).toEqual({});
  });

  it('is no message, and nothing that the playbook does not have', () => {
    expect(valueFields(fields).map(([name]) => name)).not.toContain('message');
    const strange = { message: { shown: '', typed: 'Hello' }, admin: { shown: '', typed: 'yes' } };
    expect(changes(strange)).toEqual(changes({}));
  });
});
