import { describe, expect, it } from 'vitest';
import { assertMay, may, maySee, NotAllowed, ROLES } from '../../../shared/domain/console/viewer.ts';
import { HANDOVER } from '../../web/handover/dossier/example.ts';
import { lead } from '../builders.ts';

describe('what people may do in the console', () => {
  it('lets sales answer, marketing nurture, and admins do everything', () => {
    expect(ROLES.filter((role) => may({ role }, 'answer-for-sales'))).toEqual(['sales', 'admin']);
    expect(ROLES.filter((role) => may({ role }, 'change-nurture'))).toEqual(['marketing', 'admin']);
    expect(ROLES.filter((role) => may({ role }, 'erase'))).toEqual(['admin']);
  });

  it('refuses the rest by name', () => {
    expect(() => assertMay({ role: 'sales' }, 'erase')).toThrow(new NotAllowed('erase'));
    expect(() => assertMay({ role: 'admin' }, 'erase')).not.toThrow();
  });

  it('shows sales only leads that were handed over at some time', () => {
    expect(maySee({ role: 'sales' }, lead())).toBe(false);
    expect(maySee({ role: 'sales' }, lead({ handover: HANDOVER }))).toBe(true);
    expect(maySee({ role: 'marketing' }, lead())).toBe(true);
  });
});
