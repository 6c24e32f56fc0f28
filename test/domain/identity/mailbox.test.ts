import { describe, expect, it } from 'vitest';
import { mailboxOf } from '../../../shared/domain/identity/mailbox.ts';

describe('the mailbox behind an address', () => {
  it.each([
    ['ann@acme.nl', 'ann@acme.nl'],
    ['ann+guides@acme.nl', 'ann@acme.nl'],
    ['ann+a+b@acme.nl', 'ann@acme.nl'],
    ['a.n.n@acme.nl', 'a.n.n@acme.nl'],
    ['a.n.n+x@gmail.com', 'ann@gmail.com'],
    ['ann@googlemail.com', 'ann@gmail.com'],
    ['+31612345678@sms.example', '+31612345678@sms.example'],
    ['ann-guides@acme.nl', 'ann-guides@acme.nl'],
  ])('of %s is %s', (email, mailbox) => {
    expect(mailboxOf(email)).toBe(mailbox);
  });
});
