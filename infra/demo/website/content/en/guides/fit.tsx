import type { Guide } from '../../guide.ts';

export const fit: Guide = {
  slug: 'fit',
  title: 'Who do you want to talk to?',
  description:
    'An ideal customer profile that sales recognises, in one afternoon and with facts you already have.',
  minutes: 3,
  body: (
    <>
      <p>
        Most profiles describe a company everybody would like: large, growing, pleasant. That helps nobody
        choose. A useful profile tells you whom you will not call, and why that is no loss.
      </p>
      <h2>Look at who stayed</h2>
      <p>
        Take the list of customers and strike out everybody who joined less than a year ago. Of those who are
        left, mark the ones you would like to have ten more of: they use what you sell, pay without discussion
        and tell others. Twenty names are plenty. Then collect what can be known about them from the outside:
        their size, what they do, where they are, and the job of the person who first got in touch.
      </p>
      <p>
        Now do the same for the deals you regret. The customers who left within the year, the ones who needed
        a call every week, the offers that took three months and came to nothing. The profile is in the
        difference between the two lists, not in the first list alone.
      </p>
      <h2>Three facts are enough</h2>
      <p>
        A profile with fifteen features looks thorough and is never used, because nobody knows fifteen things
        about a new lead. Choose the three that separate your lists best and that people will tell you in a
        form. The number of employees is often one. The domain of the address is another: a business address
        says more than a free mailbox. The third is usually a job, or a trade.
      </p>
      <ul>
        <li>
          <strong>Good</strong> means that the facts you know are those of customers who stayed.
        </li>
        <li>
          <strong>Bad</strong> means that one fact rules it out: too small, too far away, a student.
        </li>
        <li>
          <strong>Unknown</strong> means that you should ask one more question before you decide.
        </li>
      </ul>
      <h2>Unknown is not bad</h2>
      <p>
        Many systems treat what they do not know as a minus, and bury good leads that simply have not filled
        in a second form yet. Keep it apart. A lead with unknown fit and a lot of interest is the best reason
        to ask for the number of employees the next time they download something.
      </p>
      <h2>Check it with sales, aloud</h2>
      <p>
        Read out ten recent leads, without names. Let sales say fit or no fit, and compare that with the
        profile. Every difference is worth five minutes: either the profile misses something, or sales has a
        habit nobody ever wrote down. Repeat it each quarter, because your best customers of next year may not
        look like those of last year.
      </p>
    </>
  ),
};
