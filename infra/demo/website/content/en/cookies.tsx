export const cookies = {
  title: 'Privacy and cookies',
  description:
    'What we keep, why, and how you take it back. In plain words, because you should not need a lawyer to read this.',
  body: (
    <>
      <h2>Without your consent</h2>
      <p>
        We keep nothing. There is no cookie, no number that identifies you and no profile. If you refuse, we
        remember just that, in your own browser, so that we do not ask again on every page.
      </p>
      <h2>With your consent</h2>
      <p>
        Your browser makes a random number and keeps it. With that number we store which pages you read here
        and which steps of the demo you completed. We leave out the part of an address after the question
        mark, because it can hold anything. After a year it is gone.
      </p>
      <p>
        When you fill in a form, what you read is connected with what you filled in. That is how our
        colleagues know what interests you when they call. In our mails we then see whether you open them and
        which links you follow; without your consent we do not.
      </p>
      <h2>What you can do</h2>
      <ul>
        <li>Withdraw your consent with “Cookie settings” at the bottom of every page. It works at once.</li>
        <li>Turn on Global Privacy Control in your browser. We honour it everywhere.</li>
        <li>Unsubscribe with one click in every mail.</li>
        <li>
          See what we keep about you, choose what you get, or have everything erased: by “Choose what you get”
          at the bottom of every mail.
        </li>
      </ul>
    </>
  ),
};
