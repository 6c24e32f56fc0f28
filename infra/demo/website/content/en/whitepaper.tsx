export const whitepaper = {
  title: 'From a website visit to a good conversation',
  description:
    'The guide for marketing and sales who want the same leads: when a lead is ready, how to measure it, and what to say then.',
  inside: {
    title: 'What is inside',
    list: [
      'The four proofs that make a name a lead',
      'A points system on one page, to fill in together',
      'The agreement between marketing and sales, as an example',
      'The first sentence of the call, written out',
    ],
  },
  button: 'Download the guide',
  permission:
    'Yes, mail me the guide, then a tip about leads and sales each week for six weeks, and one now and then after that. One click in any mail unsubscribes me.',
  after: {
    title: 'What you get',
    list: [
      'The guide: on this website at once, and in your mail within a minute.',
      'A tip each week for six weeks, if you tick the box and confirm it in that mail.',
      'Peace, as soon as you want it. One click in any mail unsubscribes you.',
    ],
  },
  cover: 'From a website visit to a good conversation',
  thanks: {
    title: 'Thank you, here it is',
    description:
      'You can read the guide right away, and it comes to you by mail. Would you like the tips? Confirm that with the button in that mail.',
    read: 'Read the guide now',
    next: 'Read on',
  },
  read: {
    title: 'From a website visit to a good conversation',
    description: 'A guide for marketing and sales who want the same leads.',
    body: (
      <>
        <h2>1. Start at the end</h2>
        <p>
          Ask sales about their last five good conversations. Who was it, what did that person already know,
          and what happened in the weeks before? You are looking for what those five have in common, and for
          the moment a call was welcome. Everything after this page is a way of finding that moment again.
        </p>
        <h2>2. Tell names from leads</h2>
        <p>A business card in a bowl is a name. It becomes a lead when you can prove four things:</p>
        <ol>
          <li>you can reach this person directly;</li>
          <li>they belong to the group you can help;</li>
          <li>they want to know more;</li>
          <li>they gave permission to be followed up.</li>
        </ol>
        <p>Never give a name to sales. Every name they call costs you the trust that the next lead needs.</p>
        <h2>3. Ask two questions, not one</h2>
        <p>
          <em>Does it fit?</em> is about who somebody is. <em>Is it time?</em> is about what somebody does. A
          perfect fit that reads nothing wants to be left alone. An eager reader who never can become a
          customer deserves a friendly answer, not a sales call.
        </p>
        <h2>4. Put a number on time</h2>
        <p>
          Give each action points by how near it comes to a conversation: one for a page, two for a guide or a
          form, three for prices and the demo. Count the same page once a day. Let points expire after ninety
          days, because interest does. Then draw the line where your five good conversations would have
          crossed it.
        </p>
        <h2>5. Write the agreement down</h2>
        <p>
          Marketing promises: nobody is handed over without fit and without a reason. Sales promises: an
          answer within a day, and when the answer is no, a reason. That reason is the most valuable thing you
          get.
        </p>
        <h2>6. Begin the call with them</h2>
        <p>
          “You read our guide about scoring. What made you look for that?” You have said why you call, and the
          other one talks. Do not recite what somebody clicked. You are a host who noticed, not a camera.
        </p>
        <h2>7. Measure one thing</h2>
        <p>
          Of the leads that marketing handed over, how many does sales confirm? When that share is low, read
          the reasons. Mostly <em>bad fit</em>: change the profile. Mostly <em>not ready</em>: raise the line.
          Look again next month. It is never finished.
        </p>
      </>
    ),
  },
};
