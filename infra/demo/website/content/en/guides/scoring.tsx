import type { Guide } from '../../guide.ts';

export const scoring: Guide = {
  slug: 'scoring',
  title: 'A score everybody believes',
  description:
    'Points that fit on one page, that can be explained to sales, and that survive the first month.',
  minutes: 4,
  body: (
    <>
      <p>
        Lead scores have a bad name, and they earned it. A number that nobody can explain is just an opinion
        with a decimal point. Yet without a number you are back to whoever shouts the loudest. The way out is
        a score so simple that it can be checked by hand.
      </p>
      <h2>Start with one, two, three</h2>
      <p>
        Give each action points by how near it comes to a conversation. Reading any page: one. Reading a
        guide, or asking for one: two. Looking at prices or walking through the demo: three. Do not start with
        numbers such as seventeen. The difference between fifteen and seventeen cannot be defended in a
        meeting, and you will have to.
      </p>
      <h2>Count things once</h2>
      <p>
        Somebody who reloads a page twenty times has not become twenty times as interested. Count each page
        once a day, each mail once for opening and once for each link. Leave out what was done by programs:
        the scanners of mail servers click every link within two seconds of delivery, and without a rule for
        that they will be the hottest leads you have.
      </p>
      <h2>Draw the line backwards</h2>
      <p>
        The threshold is not a matter of taste. Take ten leads that became good conversations and compute what
        their score was on the day of the first call. Do the same for ten that went nowhere. The line belongs
        between the two groups. If there is no gap between them, the points are wrong, not the line.
      </p>
      <ul>
        <li>From 0 points: the newsletter.</li>
        <li>From 20: mails about what somebody reads.</li>
        <li>From 60: advertisements that keep you in mind.</li>
        <li>From 80: a phone call.</li>
      </ul>
      <p>
        Those are the bands we began with ourselves. Yours will move, and after three months you will know in
        which direction.
      </p>
      <h2>Show the sum</h2>
      <p>
        Next to each score belongs the list it was added up from: what happened, when, and how many points it
        gave. It ends the discussion about whether the number is right and begins a better one: whether the
        points are. Sales can say “everybody who reads that guide is a student”, and you can change one line.
      </p>
      <h2>Change one thing at a time</h2>
      <p>
        Once a month, look at the leads that sales gave back. Pick the most frequent reason and change one
        number because of it. Try the change on the leads of last quarter before it counts: who would have
        been called that was not, and the other way round? If you change five things at once you learn
        nothing, except that everything is different now.
      </p>
    </>
  ),
};
