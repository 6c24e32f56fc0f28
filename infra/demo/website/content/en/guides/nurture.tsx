import type { Guide } from '../../guide.ts';

export const nurture: Guide = {
  slug: 'nurture',
  title: 'Nurture without nagging',
  description: 'What to send to the nine in ten who are not ready yet, and above all when to stop.',
  minutes: 3,
  body: (
    <>
      <p>
        Of every ten people who ask for your guide, perhaps one wants to talk this month. The other nine are
        not lost. They are learning, waiting for a budget, or busy with something else. Nurture is what you do
        for them in the meantime. The name is well chosen: it is closer to gardening than to hunting.
      </p>
      <h2>Begin with what was asked</h2>
      <p>
        Somebody who requests a guide gets that guide, at once, in a mail that holds nothing else. It is the
        one mail they are sure to open. Do not spoil it with a company presentation. The reward for patience
        comes later, when they know that your mails contain what the subject line says.
      </p>
      <h2>Six weeks, six ideas</h2>
      <p>
        After that, one mail a week for six weeks is a good rhythm. Each brings one idea that can be used the
        same day, in the time it takes to drink a coffee. Write them as you would write to a colleague: what
        the problem is, what works, where to read more. One link is enough, and what somebody clicks tells you
        what to write about next.
      </p>
      <h2>Let behaviour choose the subject</h2>
      <p>
        The best moment for a mail about scoring is the day somebody read about scoring. A visit to the
        request page of a guide without a request is such a moment too: something interested them, something
        held them back. Send the short version the same day. It will be read more often than any newsletter,
        because it answers a question that is still open.
      </p>
      <h2>Ask a little each time</h2>
      <p>
        A form with nine fields loses the person who would have filled in three. Ask for the address first.
        The next time ask for a name, then for the company and its size. Never ask what you know already.
        People notice, and they take it as a sign of how you will treat them as a customer.
      </p>
      <h2>Know when to stop</h2>
      <ul>
        <li>At once when somebody unsubscribes. One click, no questions, no “it may take five days”.</li>
        <li>When a person raises a hand. From then on they talk to a human being.</li>
        <li>When sales takes over, so that nobody gets a tip about choosing while signing the offer.</li>
        <li>When nothing has been opened for half a year. Say goodbye kindly, and mean it.</li>
      </ul>
      <h2>What to measure</h2>
      <p>
        Opens say little these days, since mail programs load the pictures by themselves. Count the people who
        came back to the website of their own accord in the week after a mail. If that number grows, your
        garden does too.
      </p>
    </>
  ),
};
