import type { Guide } from '../../guide.ts';

export const readiness: Guide = {
  slug: 'readiness',
  title: 'When is a lead ready?',
  description:
    'The same person is a nuisance to call in May and grateful in June. How to see the difference.',
  minutes: 3,
  body: (
    <>
      <p>
        Fit tells you whom to call. Readiness tells you when. Most teams are good at the first and guess at
        the second, so they call everybody who ever left an address. The result is a sales team that no longer
        believes in leads.
      </p>
      <h2>Interest leaves tracks</h2>
      <p>
        Think of your own last large purchase at work. At first you read to understand a problem. Then you
        read to compare ways of solving it. At last you wanted to know what it costs, how long it takes and
        who else uses it. Those three phases leave different tracks on a website. Somebody who reads two
        articles about a subject is learning. Somebody who opens the pricing page for the third time this week
        is deciding.
      </p>
      <p>
        A single track means little. People open pages by accident, and colleagues send each other links. It
        is the pile that counts, and how fresh it is.
      </p>
      <h2>Signs that come before a conversation</h2>
      <ul>
        <li>Coming back by themselves, without a mail that asked them to.</li>
        <li>Reading about cost, duration or switching, rather than about the problem.</li>
        <li>Going through a demo to the end instead of closing it after the first screen.</li>
        <li>Several people from one company in the same week.</li>
        <li>Answering a question in a form that they skipped before.</li>
      </ul>
      <h2>Let old interest go</h2>
      <p>
        A guide that somebody read last autumn says nothing about this week. Yet in many lists such a visit
        counts forever, and a lead that collected one point a month for years crosses the line on a random
        Tuesday. Count only what happened in the last ninety days. If your customers take longer to decide,
        choose a longer window, but choose one.
      </p>
      <h2>Some people just tell you</h2>
      <p>
        Whoever fills in the contact form or asks for a call is a hand-raiser. No score is needed: this person
        is ready with certainty. Call the same day, even if the fit seems poor. It costs ten minutes, and a
        friendly “we are not right for you, but try them” is remembered and passed on.
      </p>
      <h2>Ready is a promise</h2>
      <p>
        When marketing calls a lead ready, it promises sales that a call will be welcome. Keep that promise
        nine times out of ten and sales will pick up the phone without being asked. Break it often, and no
        dashboard will bring that back. So when in doubt, wait. A lead that is really interested will show it
        once more.
      </p>
    </>
  ),
};
