import type { Guide } from '../../guide.ts';

export const handover: Guide = {
  slug: 'handover',
  title: 'The hand-over to sales',
  description: 'One message, one owner, one answer: an agreement that both sides can keep on a busy day.',
  minutes: 3,
  body: (
    <>
      <p>
        Between marketing and sales there is often a fence. Names are thrown over it, and on the other side
        somebody finds soap bubbles. After a while marketing says that sales never calls, sales says that the
        leads are no good, and both are right. What is missing is not a tool. It is an agreement.
      </p>
      <h2>Hand over one lead at a time</h2>
      <p>
        A list of forty leads on Monday morning has no owner and no moment. One message about one person, at
        the moment the line is crossed, has both. It arrives while the subject is still on that person’s
        screen, and it is clear who should act. And it comes once. A second message about the same lead
        teaches sales to ignore the first.
      </p>
      <h2>Say why now</h2>
      <p>Sales needs four things, and nothing that has to be looked up first:</p>
      <ol>
        <li>Who it is, and how to reach them.</li>
        <li>Why they fit: the facts, not a grade.</li>
        <li>Why now: what they did in the last days that crossed the line.</li>
        <li>What they asked for and read before, in order of time.</li>
      </ol>
      <p>
        The last point makes the difference in the conversation. Somebody who has read three guides about
        permission does not want to hear what permission is. They want to hear how others solved it.
      </p>
      <h2>Agree on the answer</h2>
      <p>
        Within a working day sales says one of two things. <em>Accepted</em>: I take it from here. Or{' '}
        <em>returned</em>, with a reason: not ready, bad fit, unreachable, duplicate. If nothing is said there
        is a reminder, and after two days the manager hears of it. That sounds strict. In practice it protects
        sales too, since nobody can claim afterwards that a lead was left lying.
      </p>
      <h2>A returned lead is a gift</h2>
      <p>
        Marketing people tend to read a return as a complaint. It is the only feedback that tells you whether
        your definition is right. Collect the reasons. If most say <em>not ready</em>, the line is too low. If
        most say <em>bad fit</em>, the profile has a hole. If most say <em>unreachable</em>, look at your
        forms.
      </p>
      <p>
        And do not hand the same lead over again the next morning for the same reasons. Somebody who was not
        ready needs to do something new first. Ten new points is a fair rule to start with.
      </p>
      <h2>Write it on one page</h2>
      <p>
        Who hands over, when, with what. Who answers, how fast, with which words. Sign it together, hang it on
        the wall, and look at it again after three months. An agreement that does not fit on a page is not
        kept.
      </p>
    </>
  ),
};
