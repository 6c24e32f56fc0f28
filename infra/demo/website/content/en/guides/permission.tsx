import type { Guide } from '../../guide.ts';

export const permission: Guide = {
  slug: 'permission',
  title: 'Permission is where trust begins',
  description:
    'What the law asks for mail and tracking in the Netherlands and the EU, and why it helps you sell.',
  minutes: 4,
  body: (
    <>
      <p>
        Permission is often treated as a hurdle for the legal department. Look at it from the other side.
        Somebody who ticks a box because they want your mails is worth more than ten who do not know how they
        came onto your list. Here is what you need in practice. It is no legal advice, but it is what we do
        ourselves.
      </p>
      <h2>Commercial mail: ask first</h2>
      <p>
        In the Netherlands you need prior permission for commercial mail, and that goes for business addresses
        too. There is an exception for customers who bought something similar. A person who asked for a
        whitepaper is not a customer, so it does not apply. A box that is ticked already is not permission,
        and neither is a sentence in the terms and conditions.
      </p>
      <h2>Be able to prove it</h2>
      <p>If somebody asks, it is you who must show that permission was given. Keep four things:</p>
      <ol>
        <li>the exact words beside the box;</li>
        <li>the page on which it stood;</li>
        <li>the date and the time;</li>
        <li>which form it was, and what was filled in.</li>
      </ol>
      <p>
        When you change the words, the old proofs keep the old words. A mail that asks to confirm the address,
        the double opt-in, is the safe choice. It also keeps typing errors and other people’s addresses off
        your list.
      </p>
      <h2>Tracking: nothing before yes</h2>
      <p>
        Recognising a visitor needs consent, whether you do it with a cookie, with a number in the browser or
        with a picture in a mail. Until then you may count visits, but not follow a person. <em>Refuse</em>{' '}
        must be as easy as <em>accept</em>: the same size, the same colour, the same number of clicks. Some
        browsers say no by themselves with Global Privacy Control. Honour that as you would honour a spoken
        no.
      </p>
      <h2>Going is as easy as coming</h2>
      <p>
        Unsubscribing takes one click, works at once and asks for no password. Large mail providers now
        require a button for it in the mail’s header, and they watch how many people press “spam” instead.
        Make leaving easy and your mails keep arriving at those who stay. And if somebody asks what you know
        about them, show it. If they ask you to erase it, do so completely.
      </p>
      <h2>Why it sells</h2>
      <p>
        A list in which everybody said yes is smaller. It is also read, answered and bought from. Sales can
        begin a call with “you asked us for…” instead of “you do not know me, but…”. That first sentence is
        worth more than the nine hundred addresses you gave up for it.
      </p>
    </>
  ),
};
